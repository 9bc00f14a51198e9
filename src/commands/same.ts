import { z } from 'zod';
import { readLexicons } from '../run/data.ts';
import { clusters } from '../triage/sameness.ts';
import { createSamenessWords } from '../triage/sameness-words.ts';
import { createUnderstanding } from '../triage/understand.ts';
import { flush, InputError, readJsonLines, writeOut } from './terminal.ts';

const row = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  time: z.string().optional(),
  author: z.string().optional(),
  group: z.union([z.string(), z.number()]).transform(String).optional(),
});

/** `redress same`: which texts are the same complaint, one JSON object a line, in the order they came. */
export const sameCommand = async (_pack: string): Promise<number> => {
  const rows: z.output<typeof row>[] = [];
  for await (const { line, value } of readJsonLines()) {
    const read = row.safeParse(value);
    if (!read.success)
      throw new InputError(
        `Line ${line}: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
      );
    rows.push(read.data);
  }
  const lexicons = await readLexicons();
  const results = clusters(rows, createSamenessWords(lexicons.sameness), createUnderstanding(lexicons));
  for (const result of results) await writeOut(JSON.stringify(result));
  await flush();
  return 0;
};
