import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/triage/fingerprint.ts';
import { parseLexicons } from '../../src/triage/lexicon.ts';
import { createSamenessWords } from '../../src/triage/sameness-words.ts';

const words = (language: 'zh-CN' | 'en', lists: string) => {
  const read = parseLexicons([{ file: 'my.yaml', text: `language: ${language}\nsameness:\n${lists}` }]);
  if (!read.ok) throw new Error(read.faults.map(({ what }) => what).join());
  return createSamenessWords(read.lexicons.sameness);
};
const english = words(
  'en',
  `  thing.water:
    plain: [water, tap, taps]
    except: [water park*]
  failing.leak:
    plain: [leak*, 'only #', 'costs $#.50', let (the |)rain in, ran .. over]
  word.filler:
    plain: [the, please]
  word.everyday:
    plain: [parcel, line]`,
);
const chinese = words(
  'zh-CN',
  `  thing.lift:
    plain: [电梯, 楼梯]
    except: [楼梯队]
  failing.thrown-out:
    plain: [让 ... 出去]
  word.filler:
    plain: [你, 你们, 你们家]`,
);

describe('words by which complaints are compared [TR-3]', () => {
  it.each([
    ['the water is off', ['thing:water']],
    ['two taps', ['thing:water']],
    ['a tapestry underwater', []],
    ['queued at the water parks', []],
    ['the water park has no water', ['thing:water']],
    ['it leaks', ['failing:leak']],
    ['only 3 came', ['failing:leak']],
    ['only 30 came', []],
    ['it costs $4.50', ['failing:leak']],
    ['it costs $4x50', []],
    ['they let the rain in', ['failing:leak']],
    ['a van ran my dog over', ['failing:leak']],
    ['orange moreover', []],
  ])('say what "%s" speaks of', (text, marks) => expect(english.marksIn(text)).toEqual(marks));

  it.each([
    ['3号楼梯坏了', ['thing:lift']],
    ['楼梯队来了', []],
    ['让我们孩子出去', ['failing:thrown-out']],
  ])('say what %s speaks of', (text, marks) => expect(chinese.marksIn(text)).toEqual(marks));

  it('leave filler out, the longest first', () => {
    expect(chinese.withoutFiller('你们家电梯').trim()).toBe('电梯');
    expect(fingerprint('please the', english).features).toEqual([]);
  });

  it('tell by their ending too that a word is everyday', () => {
    expect([english.isEveryday('parcels'), english.isEveryday('willow')]).toEqual([true, false]);
  });

  it('find nothing where none are given', () => {
    const none = createSamenessWords([]);
    expect(none.marksIn('the lift 电梯')).toEqual([]);
    expect(none.withoutFiller('你们')).toBe('你们');
  });
});
