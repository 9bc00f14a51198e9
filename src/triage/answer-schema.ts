import { z } from 'zod';
import type { FactName } from '../policy/facts.ts';
import { emotions, wants } from '../terms.ts';
import type { DetailName } from './understanding.ts';

/** Facts a model may say it read: all yes or no, all read from the complainant's words. Counts and amounts are the rules'. */
export const readableFacts = [
  'media',
  'published',
  'reputation',
  'legal',
  'groupSuit',
  'regulator',
  'collective',
  'demonstration',
  'repeat',
  'bribe',
  'deceit',
  'leak',
  'retaliation',
  'vulnerable',
  'supplier',
  'wantsHigher',
] as const satisfies readonly FactName[];
/** Details a model may point at. A telephone number and an e-mail address have a form: the rules find them better. */
export const readableDetails = [
  'when',
  'where',
  'subject',
  'order',
  'wanted',
  'name',
  'contactPreference',
] as const satisfies readonly DetailName[];
export type ReadableDetail = (typeof readableDetails)[number];

/**
 * The closed form of a model's answer: everything it says of the text carries the words it was read from.
 * Only what strict servers understand stands here; lengths and sense are checked after.
 */
export const modelAnswerSchema = z.strictObject({
  complaintQuote: z.string().nullable(),
  type: z.string().nullable(),
  facts: z.array(z.strictObject({ fact: z.enum(readableFacts), quote: z.string() })),
  danger: z.strictObject({ level: z.enum(['possible', 'now']), quote: z.string() }).nullable(),
  emotion: z.strictObject({ emotion: z.enum(emotions), quote: z.string() }).nullable(),
  wants: z.array(z.strictObject({ want: z.enum(wants), quote: z.string() })),
  details: z.array(z.strictObject({ detail: z.enum(readableDetails), quote: z.string() })),
  severityProposal: z.strictObject({ severity: z.enum(['1', '2', '3', '4']), quote: z.string() }).nullable(),
  wording: z.string().nullable(),
});
export type ModelAnswer = z.infer<typeof modelAnswerSchema>;

/** JSON Schema of the answer, with the pack's types as its closed list. */
export const modelAnswerJsonSchema = (types: readonly string[]): Readonly<Record<string, unknown>> => {
  const [first = 'other', ...rest] = types;
  const closed = modelAnswerSchema.extend({ type: z.enum([first, ...rest]).nullable() });
  const { $schema: _, ...schema } = z.toJSONSchema(closed);
  return schema;
};
