import { z } from 'zod';
import { firstReply } from '../dialog/first-reply.ts';
import type { Policy } from '../policy/policy.ts';
import { assess } from '../policy/severity.ts';
import type { LanguageModel } from '../ports.ts';
import { policyFrom, readCalendars, readPackSources, readUnderstanding } from '../run/data.ts';
import { type ClassifyLine, type ClassifyRow, type ClassifyTools, classify } from '../triage/classify.ts';
import { understandFor } from '../triage/for-pack.ts';
import { modelClassifier } from './classify-model.ts';
import { flush, InputError, note, readJsonLines, writeOut } from './terminal.ts';

const row = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.string().nullish(),
  time: z.string().nullish(),
  author: z.string().nullish(),
});

/** What `redress classify` was told. */
export interface ClassifyGiven {
  readonly pack: string;
  readonly engine: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The configured model; null when there is none. Asked for only by `--engine model`. */
  readonly model: () => Promise<LanguageModel | null>;
}

const toolsFor = async ({ pack, env }: ClassifyGiven): Promise<{ policy: Policy; tools: ClassifyTools }> => {
  const zone = env.TIME_ZONE ?? 'Asia/Shanghai';
  const [sources, calendars, understand] = await Promise.all([
    readPackSources(pack),
    readCalendars(),
    readUnderstanding(),
  ]);
  const policy = policyFrom(sources, calendars, zone);
  const now = Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
  const tools: ClassifyTools = {
    understand: understandFor(understand, policy),
    assess: (facts, evidence) => assess(facts, evidence, policy),
    typeClause: (type) => policy.pack.types.find(({ id }) => id === type)?.clause,
    reply: (understanding, text) => firstReply(understanding, policy, { now, zone, seed: '', text }),
  };
  return { policy, tools };
};

type Classifier = (row: ClassifyRow) => ClassifyLine | Promise<ClassifyLine>;

const classifierFor = async (given: ClassifyGiven): Promise<Classifier> => {
  if (given.engine !== 'rules' && given.engine !== 'model')
    throw new InputError("--engine is 'rules' or 'model'");
  const model = given.engine === 'model' ? await given.model() : null;
  if (given.engine === 'model' && model === null)
    throw new InputError(
      '--engine model needs a model: set OPENAI_API_KEY, or OPENAI_BASE_URL for another server',
    );
  const { policy, tools } = await toolsFor(given);
  return model ? modelClassifier(model, { policy, tools }) : (one) => classify(one, tools);
};

const readRow = ({ line, value }: { readonly line: number; readonly value: unknown }): ClassifyRow => {
  const read = row.safeParse(value);
  if (read.success) return read.data;
  const what = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new InputError(`Line ${line}: ${what}`);
};

/** How many texts a model reads at a time. */
const atOnce = 8;

/** `redress classify`: what each text is, one JSON object a line, in the order they came. */
export const classifyCommand = async (given: ClassifyGiven): Promise<number> => {
  const classifier = await classifierFor(given);
  const size = given.engine === 'model' ? atOnce : 1;
  let waiting: ClassifyRow[] = [];
  const writeWaiting = async (): Promise<void> => {
    const lines = await Promise.all(waiting.map(classifier));
    for (const line of lines) await writeOut(JSON.stringify(line));
    waiting = [];
  };
  for await (const read of readJsonLines()) {
    waiting.push(readRow(read));
    if (waiting.length >= size) await writeWaiting();
  }
  await writeWaiting();
  await flush();
  if (process.stderr.isTTY) note('done');
  return 0;
};
