import { z } from 'zod';
import { firstReply } from '../dialog/first-reply.ts';
import { assess } from '../policy/severity.ts';
import { policyFrom, readCalendars, readPackSources, readUnderstanding } from '../run/data.ts';
import { classify } from '../triage/classify.ts';
import { understandFor } from '../triage/for-pack.ts';
import { flush, InputError, note, readJsonLines, writeOut } from './terminal.ts';

const row = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.string().nullish(),
  time: z.string().nullish(),
  author: z.string().nullish(),
});

/** `redress classify`: what each text is, one JSON object a line, in the order they came. */
export const classifyCommand = async (given: {
  readonly pack: string;
  readonly engine: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): Promise<number> => {
  if (given.engine !== 'rules') throw new InputError("--engine is 'rules'");
  const zone = given.env.TIME_ZONE ?? 'Asia/Shanghai';
  const [sources, calendars, understand] = await Promise.all([
    readPackSources(given.pack),
    readCalendars(),
    readUnderstanding(),
  ]);
  const policy = policyFrom(sources, calendars, zone);
  const now = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  const tools = {
    understand: understandFor(understand, policy),
    assess: (facts: Parameters<typeof assess>[0], evidence: Parameters<typeof assess>[1]) =>
      assess(facts, evidence, policy),
    reply: (understanding: ReturnType<typeof understand>) =>
      firstReply(understanding, policy, { now, zone, seed: '' }),
  };
  for await (const { line, value } of readJsonLines()) {
    const read = row.safeParse(value);
    if (!read.success)
      throw new InputError(
        `Line ${line}: ${read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
      );
    await writeOut(JSON.stringify(classify(read.data, tools)));
  }
  await flush();
  if (process.stderr.isTTY) note('done');
  return 0;
};
