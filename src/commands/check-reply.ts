import { z } from 'zod';
import { checkReply } from '../dialog/guard/check.ts';
import { flush, InputError, readJsonLines, writeOut } from './terminal.ts';

const words = z.array(z.union([z.string(), z.number()]).transform(String));

/** With `approved`, the facts cover no promise of money; with `today`, a day of the facts covers a word such as tomorrow only where it is that day. */
const row = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  by: z.enum(['bot', 'staff']),
  facts: words.optional(),
  approved: words.optional(),
  today: z.iso.date().optional(),
});

/** `redress check-reply`: what is wrong with each reply and how to say it better, one JSON object a line. */
export const checkReplyCommand = async (): Promise<number> => {
  for await (const { line, value } of readJsonLines()) {
    const read = row.safeParse(value);
    if (!read.success)
      throw new InputError(
        `Line ${line}: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
      );
    const { id, text, by, facts = [], approved, today } = read.data;
    const violations = checkReply(text, {
      by,
      facts,
      ...(approved ? { approved } : {}),
      ...(today ? { days: { today, agreed: [...facts, ...(approved ?? [])] } } : {}),
    });
    await writeOut(JSON.stringify({ id, ok: violations.length === 0, violations }));
  }
  await flush();
  return 0;
};
