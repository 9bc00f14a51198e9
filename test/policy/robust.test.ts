import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseOrganisation } from '../../src/policy/organisation.ts';
import { parsePack } from '../../src/policy/parse.ts';
import { retentionOf } from '../../src/policy/retention.ts';
import { readPolicy, source } from './read.ts';

// Many runs, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

/** The file with some of its lines dropped, doubled, cut short or given a stray character. */
const damaged = (text: string): fc.Arbitrary<string> => {
  const lines = text.split('\n');
  const change = fc.record({
    line: fc.nat(lines.length - 1),
    how: fc.constantFrom('drop', 'double', 'cut', 'indent', 'stray'),
    where: fc.nat(40),
    what: fc.constantFrom(':', '{', ']', '"', '\t', '&', '*', '🙂', '\u0000', '-', '%'),
  });
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const made = [...lines];
    for (const { line, how, where, what } of changes) {
      const old = made[line] ?? '';
      if (how === 'drop') made[line] = '';
      if (how === 'double') made[line] = `${old}\n${old}`;
      if (how === 'cut') made[line] = old.slice(0, where);
      if (how === 'indent') made[line] = `  ${old}`;
      if (how === 'stray') made[line] = old.slice(0, where) + what + old.slice(where);
    }
    return made.join('\n');
  });
};

describe('a damaged file', () => {
  it('is read or refused with lines that exist; it never throws [AD-1]', () => {
    const general = source('general.yaml');
    fc.assert(
      fc.property(damaged(general.text), (text) => {
        const parsed = parsePack([{ file: 'general.yaml', text }]);
        const last = text.split('\n').length;
        for (const fault of parsed.ok ? [] : parsed.faults) {
          expect(fault.line).toBeGreaterThanOrEqual(1);
          expect(fault.line).toBeLessThanOrEqual(last);
          expect(fault.what).not.toBe('');
        }
      }),
      { numRuns: 25 },
    );
  });

  it('of the organisation likewise [AD-1]', () => {
    const file = source('organisation.demo.yaml');
    fc.assert(
      fc.property(damaged(file.text), (text) => {
        const parsed = parseOrganisation({ file: file.file, text });
        expect(parsed.ok || parsed.faults.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('how long records are kept [ISO 10002 8.1]', () => {
  it('is the longest of house and law [DISP 1.9]', () => {
    expect(retentionOf('complaint', readPolicy('general+uk-disp'))).toEqual({
      keep: { count: 36, unit: 'months' },
      clause: 'ISO 10002 8.1',
    });
    expect(retentionOf('complaint', readPolicy('bank+uk-disp'))?.keep).toEqual({ count: 60, unit: 'months' });
  });
});
