import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../src/triage/features.ts';
import { leaningOf, likelihoodsOf, parseLearned } from '../../src/triage/learned.ts';
import { viewOf } from '../../src/triage/normalise.ts';
import { createScanner } from '../../src/triage/scan.ts';
import { shippedLexicons } from './lexicons.ts';

const scanOf = createScanner([]);
const features = (text: string): ReadonlySet<string> => featuresOf(scanOf(viewOf(text))).whole;
const someSigns =
  '[signs]\nlabels\tmedia legal\nbias\t-2 -2\nstep\t1\nfrom\t0.5 0.5\nkeep\t0 0\n~film\tH0\n!rule.legal \t0H\n';
const file = (type: string, signs = someSigns) =>
  parseLearned({
    file: 'learned.txt',
    text: `# about\n${type}\n[intent]\nlabels\ta b\nbias\t0 0\nstep\t1\n${signs}`,
  });
const good = '[type]\nlabels\tlogistics billing\nbias\t0 0.5\nstep\t0.5\n~parcel\tDa\n快递\tF0';

describe('what was learned from examples [TR-1]', () => {
  it('comes with Redress and knows every general type', () => {
    expect(shippedLexicons().learned?.type.labels).toContain('sales_promise');
  });

  it.each([
    ['The parcels never came!', ['~parcel', '~came', '#exclaims']],
    ['快递丢了', ['快', '快递', '递丢', '丢了']],
    ['paid $40', ['~paid', '~$', '#number']],
  ])('takes %s apart', (text, expected) =>
    expect([...features(text)]).toEqual(expect.arrayContaining(expected)),
  );

  it('leans to the label its features spoke for, and names them', () => {
    const read = file(good);
    if (!read.ok) throw new Error(read.faults[0]?.what);
    const leaning = leaningOf(read.learned.type, features('我的快递'));
    expect(leaning.of('logistics')).toBeGreaterThan(leaning.of('billing'));
    expect(leaning.spoke('logistics', 3)).toEqual(['快递']);
    expect(leaning.of('privacy')).toBe(0);
  });

  it('hears a sign in the sentence that speaks for it, marks louder than words', () => {
    const read = file(good);
    if (!read.ok) throw new Error(read.faults[0]?.what);
    const { sentences } = featuresOf(scanOf(viewOf('The parcel is lost. The film goes out.')));
    const heard = sentences.map((one) => likelihoodsOf(read.learned.signs, one)[0] ?? 0);
    expect(heard[1]).toBeGreaterThan(heard[0] ?? 1);
    const marked = { features: new Set<string>(), marks: new Set(['!rule.legal ']) };
    expect(likelihoodsOf(read.learned.signs, marked)[1]).toBeGreaterThan(0.99);
  });

  it('says when signs lack a likelihood to be believed from', () => {
    const read = file(good, someSigns.replace('from\t0.5 0.5', 'from\t0.5'));
    expect(read.ok ? [] : read.faults).toMatchObject([
      { what: expect.stringContaining('signs: from and keep') },
    ]);
  });

  it.each([
    ['[type]\nlabels\tone', 'begins with its labels'],
    [`${good}\nbad\tA`, '"bad" are not 2 letters'],
    ['', 'begins with its labels'],
  ])('says what is wrong with %j', (text, what) => {
    const read = file(text);
    expect(read.ok ? [] : read.faults).toMatchObject([
      { file: 'learned.txt', what: expect.stringContaining(what) },
    ]);
  });
});
