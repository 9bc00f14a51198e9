import { globSync, readFileSync } from 'node:fs';
import { type Intent, intents } from '../../src/terms.ts';
import type { Labelled } from './corpus.ts';

/** A text with what it is, for learning; `type` only where it is a complaint. */
export interface Example {
  readonly text: string;
  readonly intent: Intent;
  readonly type: string | null;
}

const practiceIn = (file: string): Example[] => {
  const out: Example[] = [];
  let section = '';
  const lines = readFileSync(new URL(`practice/${file}`, import.meta.url), 'utf8').split('\n');
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('# '))) {
    const head = /^\[(\w+)\]$/.exec(line)?.[1];
    const [text = ''] = line.split('\t');
    const intent = intents.find((one) => one === section);
    if (head !== undefined) section = head;
    else out.push(intent ? { text, intent, type: null } : { text, intent: 'complaint', type: section });
  }
  return out;
};

/** Wordings of each kind, written for learning and never measured on. */
export const practice = (): readonly Example[] =>
  globSync('{zh,en}/*.txt', { cwd: new URL('practice', import.meta.url) })
    .toSorted()
    .flatMap(practiceIn);

/** A labelled message of the corpus as an example. */
export const exampleOf = ({ text, intent, complaint, type }: Labelled): Example => ({
  text,
  intent,
  type: complaint === true ? (type ?? 'other') : null,
});
