import type { Heard } from './line.ts';

/** An answer as we meant it: what the outbox keeps of it. */
export interface Meant {
  readonly id: string;
  readonly text: string;
  readonly state: string;
}

const isSame = (row: Meant, heard: Heard | undefined): boolean =>
  heard !== undefined && (heard.id === undefined ? heard.text === row.text : heard.id === row.id);

/**
 * Walks through what a person heard; an answer marked uncertain may stand there again, once for every try without an answer.
 * The same words may be meant twice in a row, so every way of reading what was heard is followed.
 */
export const misheard = (rows: readonly Meant[], heard: readonly Heard[]): string | null => {
  let places: ReadonlySet<number> = new Set([0]);
  for (const [index, row] of rows.entries()) {
    const after = new Set<number>();
    for (const place of places) {
      let at = place;
      while (isSame(row, heard[at]) && (at === place || row.state === 'uncertain')) {
        at += 1;
        after.add(at);
      }
    }
    if (after.size === 0) return `answer ${index + 1} of ${rows.length} is not heard at its place`;
    places = after;
  }
  return places.has(heard.length) ? null : `${heard.length - Math.max(...places)} heard that we did not mean`;
};

/** A few words of each, for a report. */
export const brief = (list: readonly { readonly text: string; readonly state?: string }[]): string =>
  list
    .map(({ text, state }) => `[${state ? `${state}: ` : ''}${text.slice(0, 40).replaceAll('\n', ' ')}]`)
    .join(' ');
