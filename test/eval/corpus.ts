import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { intents, wants } from '../../src/terms.ts';

const row = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.enum(['zh', 'en']),
  intent: z.enum(intents),
  /** Null where it may be read either way (emergencies). */
  complaint: z.boolean().nullable().default(null),
  type: z.string().optional(),
  media: z.boolean().default(false),
  legal: z.boolean().default(false),
  regulator: z.boolean().default(false),
  safety: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(0),
  affected: z.number().nullable().default(null),
  affected_unit: z.enum(['people', 'households']).nullable().default(null),
  collective: z.boolean().default(false),
  repeat: z.boolean().default(false),
  angry: z.boolean().default(false),
  wants: z.array(z.enum(wants)).default([]),
  amounts: z.array(z.object({ value: z.number(), currency: z.string() })).default([]),
  phones: z.array(z.string()).default([]),
  emails: z.array(z.string()).default([]),
  orders: z.array(z.string()).default([]),
  names: z.array(z.string()).default([]),
});

/** One labelled message of the development corpus; labels that are absent are false, empty or not stated. */
export type Labelled = z.output<typeof row>;

/** Reads one half of the corpus: `tune` may be looked at while rules are written, `check` only scored. */
export const readCorpus = (half: 'tune' | 'check'): readonly Labelled[] =>
  readFileSync(new URL(`corpus/${half}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => row.parse(JSON.parse(line)));
