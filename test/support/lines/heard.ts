import type { Heard } from './line.ts';

/** An answer as we meant it: what the outbox keeps of it. */
export interface Meant {
  readonly id: string;
  readonly text: string;
  readonly state: string;
}

const isSame = (row: Meant, heard: Heard | undefined): boolean =>
  heard !== undefined && (heard.id === undefined ? heard.text === row.text : heard.id === row.id);

/** Walks through what a person heard; an answer marked uncertain may stand there again, once for every try without an answer. */
export const misheard = (rows: readonly Meant[], heard: readonly Heard[]): string | null => {
  let at = 0;
  for (const [index, row] of rows.entries()) {
    if (!isSame(row, heard[at])) return `answer ${index + 1} of ${rows.length} is not heard at its place`;
    at += 1;
    const next = rows[index + 1];
    const isRepeat = (): boolean => isSame(row, heard[at]) && !(next && isSame(next, heard[at]));
    while (row.state === 'uncertain' && isRepeat()) at += 1;
  }
  return at === heard.length ? null : `${heard.length - at} heard that we did not mean`;
};

/** A few words of each, for a report. */
export const brief = (list: readonly { readonly text: string; readonly state?: string }[]): string =>
  list
    .map(({ text, state }) => `[${state ? `${state}: ` : ''}${text.slice(0, 40).replaceAll('\n', ' ')}]`)
    .join(' ');
