import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitise, textLimit, viewOf } from '../../src/triage/normalise.ts';

describe('sanitise [DI-7]', () => {
  it.each([
    ['a\u0000b\u0007c', 'abc'],
    ['re\u200bfund\u202e!', 'refund!'],
    ['lone \ud83d surrogate', 'lone  surrogate'],
    ['line\r\nbreak', 'line\nbreak'],
    ['  kept  inside ', 'kept  inside'],
  ])('%j becomes %j', (text, clean) => expect(sanitise(text)).toEqual({ text: clean, truncated: false }));

  it('caps the length and tells that it did', () => {
    expect(sanitise('长'.repeat(textLimit + 1))).toEqual({ text: '长'.repeat(textLimit), truncated: true });
  });

  it('gives well-formed text for any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => sanitise(text).text.isWellFormed()),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe('the view for matching', () => {
  it.each([
    ['Ｒｅｆｕｎｄ　１２３', 'refund 123'],
    ['系統壞了', '系统坏了'],
    ['退 款', '退款'],
    ['sooooo bad', 'so bad'],
    ['re\u200dfund', 'refund'],
    ['𝐡𝐞𝐥𝐩', 'help'],
    ['don’t', "don't"],
  ])('%s is read as %s', (text, view) => expect(viewOf(text).text).toBe(view));

  it('leads back to the received text', () => {
    const text = 'Ａ\u200bＢ  Ｃ';
    const view = viewOf(text);
    const start = view.text.indexOf('b');
    expect(text.slice(view.startOf(start), view.endOf(start + 3))).toBe('Ｂ  Ｃ');
  });

  it('keeps every range inside the received text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const view = viewOf(text);
        for (let index = 0; index < view.text.length; index++) {
          const [start, end] = [view.startOf(index), view.endOf(index + 1)];
          if (start < 0 || end > text.length || start >= end) return false;
        }
        return true;
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
