import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/dialog/guard/check.ts';
import { right, wrong } from './sentences.ts';

const rulesOf = (text: string, by: 'bot' | 'staff'): readonly string[] =>
  checkReply(text, { by }).map(({ rule }) => rule);

describe('sentences as people write them [DI-5]', () => {
  it('stops what goes against a rule, by that rule', () => {
    const missed = wrong.filter(([rule, text]) => !rulesOf(text, 'bot').includes(rule));
    expect(missed.length / wrong.length, JSON.stringify(missed)).toBeLessThan(0.02);
  });

  it.each(right)('does not stop: %s', (text) => {
    expect(rulesOf(text, 'staff').filter((rule) => rule !== 'unsupplied_number')).toEqual([]);
  });
});
