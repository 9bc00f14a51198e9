import { globSync, readFileSync } from 'node:fs';
import { type Intent, intents } from '../../src/terms.ts';
import type { Labelled } from './corpus.ts';

/** A text with what it is, for learning; `type` only where it is a complaint. */
export interface Example {
  readonly text: string;
  readonly intent: Intent;
  readonly type: string | null;
  /** What a reader saw in it besides: signs and wants; null where nobody looked. */
  readonly signs: ReadonlySet<string> | null;
  /** Whether things fail in it as they do in life; sets tell of one thing every type of trouble, which teaches no type. */
  readonly isTypical: boolean;
  /** The hand that wrote it: a file of practice texts or the corpus. */
  readonly hand: string;
}

const whole = '# Labelled whole';
const inSets = '# Labelled whole, in sets';

/** A danger is written as safety1 or safety2; both are danger, the second the greater. */
const signsIn = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words.flatMap((word) =>
      word === 'safety1'
        ? ['safety']
        : word === 'safety2'
          ? ['safety', 'safety2']
          : word === ''
            ? []
            : [word],
    ),
  );

const practiceIn = (file: string): Example[] => {
  const out: Example[] = [];
  let section = '';
  const lines = readFileSync(new URL(`practice/${file}`, import.meta.url), 'utf8').split('\n');
  const isWhole = lines[0]?.startsWith(whole) === true;
  const isTypical = lines[0]?.startsWith(inSets) !== true;
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('# '))) {
    const head = /^\[(\w+)\]$/.exec(line)?.[1];
    const [text = '', said = ''] = line.split('\t');
    const signs = isWhole ? signsIn(said.split(' ')) : null;
    const told = { text, signs, isTypical, hand: file };
    const intent = intents.find((one) => one === section);
    if (head !== undefined) section = head;
    else out.push(intent ? { ...told, intent, type: null } : { ...told, intent: 'complaint', type: section });
  }
  return out;
};

/** Wordings of each kind, written for learning and never measured on. */
export const practice = (): readonly Example[] =>
  globSync('{zh,en}/*.txt', { cwd: new URL('practice', import.meta.url) })
    .toSorted()
    .flatMap(practiceIn);

/** A labelled message of the corpus as an example. */
export const exampleOf = (row: Labelled): Example => ({
  text: row.text,
  intent: row.intent,
  type: row.complaint === true ? (row.type ?? 'other') : null,
  signs: signsIn([
    ...(['media', 'legal', 'regulator', 'collective', 'repeat', 'angry'] as const).filter(
      (name) => row[name],
    ),
    ...row.wants,
    row.safety === 0 ? '' : `safety${row.safety}`,
  ]),
  isTypical: true,
  hand: 'corpus',
});
