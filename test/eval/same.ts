import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blockingKeys, clusters, fingerprint, type SameRow } from '../../src/triage/sameness.ts';
import type { SamenessWords } from '../../src/triage/sameness-words.ts';
import type { Understand } from '../../src/triage/understand.ts';

/** A text whose matter is known. */
export interface Told extends SameRow {
  readonly matter: string;
}
/** Blocks are tuned on and checked by turns; the later ones were written after the rules. */
export type Half = 'tune' | 'check' | 'later';
/** The languages of the set. */
export const languages = ['zh', 'en'] as const;
const hour = 3_600_000;

const readBlocks = (name: string): readonly Told[] =>
  readFileSync(join(import.meta.dirname, 'sameness', `${name}.txt`), 'utf8')
    .split(/^= /m)
    .slice(1)
    .flatMap((block, number) => {
      const [day = '', ...lines] = block.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
      return lines.map((line, index): Told => {
        const [, after = '0', text = ''] = /^(?:! )?(?:\+(\d+) )?(.*)$/.exec(line) ?? [];
        const at = Date.parse(`${day}T09:00:00Z`) + Number(after) * 24 * hour + index * 2 * hour;
        const matter = `${name}${number}${line.startsWith('!') ? `/${index}` : ''}`;
        return { id: `${name}${number}-${index}`, text, time: new Date(at).toISOString(), matter };
      });
    });
/** The block of a text: its number in the file. */
export const blockOf = ({ id }: Told): number => Number(/\d+/.exec(id)?.[0]);

/** The texts of one half, each with its matter and the time it came; a block's texts come some hours apart. */
export const readMatters = (language: string, half: Half): readonly Told[] => {
  const [first, later] = [readBlocks(language), readBlocks(`later-${language}`)];
  const isEven = (told: Told): boolean => blockOf(told) % 2 === 0;
  if (half === 'later') return later.filter((told) => !isEven(told));
  return half === 'check' ? first.filter((told) => !isEven(told)) : [...first, ...later].filter(isEven);
};

/** What tells one matter from another: what texts say, and by which words they are compared. */
export interface Telling {
  readonly understand: Understand;
  readonly words: SamenessWords;
}

/** How clusters agree with the matters: over pairs, and over the texts of each text's cluster (B-cubed). */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly bCubed: number;
}
const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** Compares clusters with matters. `onWrong` is told each pair joined wrongly or missed. */
export const agreementOf = (
  rows: readonly Told[],
  clusterOf: ReadonlyMap<string, string>,
  onWrong?: (what: 'joined' | 'missed', one: Told, other: Told) => void,
): Agreement => {
  const counts = { right: 0, joined: 0, missed: 0 };
  const cubed = { precision: 0, recall: 0 };
  for (const [index, one] of rows.entries()) {
    const sizes = { both: 0, cluster: 0, matter: 0 };
    for (const [place, other] of rows.entries()) {
      const together = clusterOf.get(one.id) === clusterOf.get(other.id);
      const same = one.matter === other.matter;
      sizes.cluster += Number(together);
      sizes.matter += Number(same);
      sizes.both += Number(together && same);
      if (place <= index || (!together && !same)) continue;
      const what = together && same ? 'right' : together ? 'joined' : 'missed';
      counts[what] += 1;
      if (what !== 'right') onWrong?.(what, one, other);
    }
    cubed.precision += sizes.both / sizes.cluster / rows.length;
    cubed.recall += sizes.both / sizes.matter / rows.length;
  }
  const precision = share(counts.right, counts.right + counts.joined);
  const recall = share(counts.right, counts.right + counts.missed);
  const bCubed = harmonic(cubed.precision, cubed.recall);
  return { precision, recall, f1: harmonic(precision, recall), bCubed };
};

/** Of all pairs of one matter, those that share a key by which they can be found. */
export const foundByKeys = (rows: readonly Told[], { understand, words }: Telling): number => {
  const keys = rows.map(({ text, time }) => {
    const print = fingerprint(text, words, { understanding: understand(text), at: time });
    return new Set(blockingKeys(print, words));
  });
  const pairs = rows.flatMap((one, index) =>
    rows.flatMap((other, place) =>
      place > index && one.matter === other.matter ? [[keys[index], keys[place]] as const] : [],
    ),
  );
  return share(pairs.filter(([a, b]) => a && b && !a.isDisjointFrom(b)).length, pairs.length);
};

/** Which texts are the same matter: one table row a language and half. */
export const printSame = (print: (line: string) => void, telling: Telling, halves: readonly Half[]) => {
  print('\n## Same matter\n');
  print(
    '| half | precision | recall | F1 | B-cubed F1 | found by keys | texts |\n|---|---:|---:|---:|---:|---:|---:|',
  );
  for (const half of halves)
    for (const language of languages) {
      const rows = readMatters(language, half);
      const clusterOf = new Map(
        clusters(rows, telling.words, telling.understand).map(({ id, cluster }) => [id, cluster]),
      );
      const { precision, recall, f1, bCubed } = agreementOf(rows, clusterOf);
      const figures = [precision, recall, f1, bCubed, foundByKeys(rows, telling)];
      print(`| ${half} ${language} | ${figures.map((one) => one.toFixed(3)).join(' | ')} | ${rows.length} |`);
    }
};
