import { describe, expect, it } from 'vitest';
import { checkReply } from '../../../src/dialog/guard/check.ts';
import { guardRules } from '../../../src/dialog/guard/rules.ts';
import { locales } from '../../../src/terms.ts';

const found = (text: string): readonly string[] => checkReply(text, { by: 'bot' }).map(({ rule }) => rule);

describe.each(guardRules)('rule $id', (rule) => {
  describe.each(locales)('in %s', (locale) => {
    it('has at least six examples of each kind', () => {
      expect(rule.caught[locale].length).toBeGreaterThanOrEqual(6);
      expect(rule.passing[locale].length).toBeGreaterThanOrEqual(6);
    });

    it.each(rule.caught[locale])('catches: %s', (text) => {
      expect(found(text)).toContain(rule.id);
    });

    it.each(rule.passing[locale])('lets pass: %s', (text) => {
      expect(checkReply(text, { by: 'bot' }).filter((one) => one.rule !== 'unsupplied_number')).toEqual([]);
    });

    it('suggests better words that pass themselves', () => {
      expect(found(rule.suggestion[locale])).toEqual([]);
    });
  });
});
