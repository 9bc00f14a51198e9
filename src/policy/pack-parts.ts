import { z } from 'zod';
import { urgencies } from '../terms.ts';

/** A name that code and packs share: small letters, digits, underscores. */
export const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'small letters, digits and underscores only');

/** Any words, but not none. */
export const text = z.string().trim().min(1, 'must not be empty');

/** Words for people, in every language we write. */
export const localized = z.strictObject({ 'zh-CN': text, en: text });

/** The numbered duty of a source, `S4.b art.3`. */
export const clause = text;

/** Level 1 to 4. */
export const severity = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** One of the three urgencies. */
export const urgency = z.enum(urgencies);

/** Money in whole units or with two decimals, kept in minor units: `200` becomes 20000. */
export const amount = z
  .number()
  .nonnegative()
  .transform((major) => Math.round(major * 100));

/** Where a number of the law comes from, and when somebody last looked. */
export const sourced = {
  source: text.optional(),
  lastVerified: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, 'not a day: write YYYY-MM-DD')
    .optional(),
};
