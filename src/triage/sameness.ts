import { blockingKeys, type Fingerprint, fingerprint, newestOfKey, rankByKeys } from './fingerprint.ts';
import { areElsewhere, plainWeigh, type Scales, similarity } from './likeness.ts';
import type { SamenessWords } from './sameness-words.ts';
import type { Understand } from './understand.ts';

export { blockingKeys, fingerprint } from './fingerprint.ts';
export { similarity } from './likeness.ts';

/** One text of `redress same`. */
export interface SameRow {
  readonly id: string;
  readonly text: string;
  /** Instant, or any date that sorts as text. */
  readonly time?: string | undefined;
  readonly author?: string | undefined;
  /** Rows of different groups are never compared. */
  readonly group?: string | undefined;
}

/** From this likeness on, two complaints count as the same. */
export const sameFrom = 0.5;

interface Entry {
  readonly row: SameRow;
  readonly index: number;
  readonly print: Fingerprint;
  readonly keys: readonly string[];
  cluster: number;
}

/** Weighs features by their rarity in these rows, softened so that a few rows do not make every word precious. */
const rarity = (entries: readonly Entry[], words: SamenessWords): Scales => {
  const plain = plainWeigh(words);
  const counts = new Map<number, number>();
  for (const { print } of entries)
    for (const feature of print.features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const total = entries.length;
  const weights = new Map(
    [...counts].map(([feature, count]) => [feature, Math.log(1 + (total + 4) / (count + 1))]),
  );
  return { ...words, weigh: (feature) => plain(feature) * (weights.get(feature) ?? 1) };
};

const farApart = 31 * 86_400_000;
const farCosts = 0.2;
const distance = (a: SameRow, b: SameRow): number => {
  const [one, other] = [Date.parse(a.time ?? ''), Date.parse(b.time ?? '')];
  return Number.isNaN(one) || Number.isNaN(other) ? 0 : Math.abs(one - other);
};

/** Likeness of two rows; what lies more than a month apart must be surely alike to count. */
const likenessOf = (a: Entry, b: Entry, scales: Scales): number =>
  similarity(a.print, b.print, scales) - (distance(a.row, b.row) > farApart ? farCosts : 0);

/** Earlier entries worth comparing with one: all while they are few, those that share a key when they are many. */
const neighbours = (
  entry: Entry,
  earlier: readonly Entry[],
  index: Map<string, Entry[]>,
): Iterable<Entry> => {
  if (earlier.length <= 300) return earlier;
  return rankByKeys(entry.keys.map((key) => (index.get(key) ?? []).slice(-newestOfKey).reverse()));
};

const mostChecked = 50;

const holdsFrom = 0.5;

/**
 * Whether a complaint fits those already together: like most of them, and pinned elsewhere than none, so that likeness
 * does not leap from one place to another over a text that names neither.
 */
const isFitting = (entry: Entry, members: readonly Entry[], scales: Scales): boolean => {
  const checked = members.slice(0, mostChecked);
  if (checked.some(({ print }) => areElsewhere(entry.print, print, scales))) return false;
  const all = checked.reduce((sum, member) => sum + likenessOf(entry, member, scales), 0);
  return all >= holdsFrom * checked.length;
};

const file = <K>(map: Map<K, Entry[]>, key: K, entry: Entry): void => {
  const filed = map.get(key);
  if (filed) filed.push(entry);
  else map.set(key, [entry]);
};

const joinAll = (entries: readonly Entry[], words: SamenessWords): void => {
  const scales = rarity(entries, words);
  const index = new Map<string, Entry[]>();
  const members = new Map<number, Entry[]>();
  const earlier: Entry[] = [];
  for (const entry of entries) {
    const matches = [...neighbours(entry, earlier, index)]
      .map((other) => ({ other, likeness: likenessOf(entry, other, scales) }))
      .filter(({ likeness }) => likeness >= sameFrom)
      .sort((a, b) => b.likeness - a.likeness);
    const best = matches.find(({ other }) => isFitting(entry, members.get(other.cluster) ?? [], scales));
    if (best) entry.cluster = best.other.cluster;
    earlier.push(entry);
    file(members, entry.cluster, entry);
    for (const key of entry.keys) file(index, key, entry);
  }
};

const byTime = (a: Entry, b: Entry): number => {
  const [one, other] = [a.row.time ?? '', b.row.time ?? ''];
  return one !== '' && other !== '' && one !== other ? (one < other ? -1 : 1) : a.index - b.index;
};

/**
 * Which rows are the same complaint.
 *
 * @param understand reads type and order numbers; without it wording and places decide alone
 * @returns one per row, same order; `cluster` is the id of the earliest row of its group
 */
export const clusters = (
  rows: readonly SameRow[],
  words: SamenessWords,
  understand?: Understand,
): { readonly id: string; readonly cluster: string }[] => {
  const entries = rows.map((row, index): Entry => {
    const print = fingerprint(row.text, words, { understanding: understand?.(row.text), at: row.time });
    return { row, index, print, keys: blockingKeys(print, words), cluster: index };
  });
  for (const group of Map.groupBy(entries, ({ row }) => row.group ?? '').values())
    joinAll(group.sort(byTime), words);
  return rows.map((row, index) => ({
    id: row.id,
    cluster: rows[entries[index]?.cluster ?? index]?.id ?? row.id,
  }));
};
