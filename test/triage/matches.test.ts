import { describe, expect, it } from 'vitest';
import { matches } from '../../src/triage/matches.ts';

describe('matches', () => {
  it('gives what matchAll gives, also of nothing and of empty finds', () => {
    for (const [text, pattern] of [
      ['a1b22', /\d+/g],
      ['', /x/g],
      ['aab', /a*/g],
      ['退款,退钱', /退(?<what>.)/g],
    ] as const)
      expect(matches(text, pattern)).toEqual([...text.matchAll(pattern)]);
  });

  it('refuses a pattern that would be found for ever', () => {
    expect(() => matches('aa', /a/)).toThrow(TypeError);
  });

  it('begins anew each time, whoever used the pattern before', () => {
    const pattern = /a/g;
    expect(pattern.exec('aa')?.index).toBe(0);
    expect(matches('aa', pattern)).toHaveLength(2);
    expect(matches('aa', pattern)).toHaveLength(2);
  });
});
