import { describe, expect, it } from 'vitest';
import { parseLexicons } from '../../src/triage/lexicon.ts';
import { viewOf } from '../../src/triage/normalise.ts';
import { createScanner } from '../../src/triage/scan.ts';
import { shippedLexicons } from './lexicons.ts';

const lexicon = (lists: string) =>
  parseLexicons([{ file: 'my.yaml', text: `language: en\nlists:\n${lists}` }]);
const found = (lists: string, text: string): string[] => {
  const read = lexicon(lists);
  if (!read.ok) return ['fault'];
  const view = viewOf(text);
  return createScanner(read.lexicons.terms)(view)
    .hits('fact.media')
    .map(({ start, end }) => view.source.slice(view.startOf(start), view.endOf(end)));
};

const shipped = shippedLexicons();

describe('lexicons', () => {
  it('that come with Redress have no faults', () => {
    expect(shipped.terms.length).toBeGreaterThan(1000);
  });

  it.each([
    ['  fact.media:\n    strong: [call the press]', 'I will Call  the PRESS now', ['Call  the PRESS']],
    [
      '  fact.media:\n    strong: [(call|tell) .. (press|media)]',
      'I tell all the media',
      ['tell all the media'],
    ],
    ['  fact.media:\n    strong: [report*]', 'two reporters and a preport', ['reporters']],
    ['  fact.media:\n    strong: [call .. press]', 'call me. The press is out', []],
    [
      '  fact.media:\n    strong: [press]\n    except: [press the button]',
      'press the button, press',
      ['press'],
    ],
    ['  fact.media:\n    strong: ["won\'t pay"]', 'I wont pay', ['wont pay']],
  ])('%s', (lists, text, hits) => expect(found(lists, text)).toEqual(hits));

  it('keep words for comparing apart: nothing is found or learned by them [TR-3]', () => {
    const { terms, sameness } = shipped;
    expect(sameness.length).toBeGreaterThan(1000);
    const lists = new Set(terms.map(({ list }) => list));
    expect(sameness.filter(({ list }) => lists.has(list))).toEqual([]);
  });

  it.each([
    ['  thing.lift:\n    plain: [(lift]', 4, 'cannot be read'],
    ['  thing.lift:\n    strong: [lift]', 4, 'strong'],
    ['  place.lift:\n    plain: [lift]', 3, 'sameness'],
  ])('name file and line of %s', (lists, line, what) => {
    const read = parseLexicons([{ file: 'my.yaml', text: `language: en\nsameness:\n${lists}` }]);
    expect(read.ok ? [] : read.faults).toMatchObject([
      { file: 'my.yaml', line, what: expect.stringContaining(what) },
    ]);
  });

  it.each([
    ['  fact.media:\n    strong: [(call the press]', 4, 'cannot be read'],
    ['  fact.media:\n    strongest: [a]', 4, 'strongest'],
    ['  media:\n    strong: [a]', 3, 'lists'],
  ])('names file and line of %s', (lists, line, what) => {
    const read = lexicon(lists);
    expect(read.ok ? [] : read.faults).toMatchObject([
      { file: 'my.yaml', line, what: expect.stringContaining(what) },
    ]);
  });
});
