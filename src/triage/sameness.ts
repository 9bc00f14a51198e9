import { blockingKeys, type Fingerprint, fingerprint, newestOfKey, rankByKeys } from './fingerprint.ts';
import type { Understand } from './understand.ts';

export { blockingKeys, fingerprint } from './fingerprint.ts';

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
export const sameFrom = 0.38;

/** How much a feature counts: rare ones much, those in every text little; and the length of a fingerprint under it. */
interface Weigh {
  readonly of: (feature: number) => number;
  readonly length: (print: Fingerprint) => number;
}
const weighBy = (of: (feature: number) => number): Weigh => {
  const known = new WeakMap<Fingerprint, number>();
  const length = (print: Fingerprint): number => {
    const seen = known.get(print);
    if (seen !== undefined) return seen;
    const fresh = Math.sqrt(print.features.reduce((sum, feature) => sum + of(feature) ** 2, 0));
    known.set(print, fresh);
    return fresh;
  };
  return { of, length };
};
const evenly: Weigh = weighBy(() => 1);

const cosine = (one: Fingerprint, other: Fingerprint, weigh: Weigh): number => {
  const [a, b] = [one.features, other.features];
  let [i, j, both] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) both += weigh.of(left) ** 2;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  const size = weigh.length(one) * weigh.length(other);
  return size === 0 ? 0 : both / size;
};

const kindOf = (mark: string): string => mark.slice(0, mark.indexOf(':'));
const valuesOf = (print: Fingerprint, kind: string): string[] =>
  print.marks.filter((mark) => kindOf(mark) === kind);
const bare = (mark: string): string => mark.slice(mark.indexOf(':') + 1);

const reconcile = (a: string, b: string): boolean => {
  const [shorter = '', longer = ''] = [bare(a), bare(b)].sort((one, other) => one.length - other.length);
  // 朝阳 is the branch of 朝阳店; building 1 is not building 11.
  return shorter === longer || (shorter.length > 1 && !/^\d+$/.test(shorter) && longer.includes(shorter));
};

/** How far a difference of this kind parts two matters: another building or branch is another matter, another flat is not. */
const partedBy: Readonly<Record<string, number>> = {
  building: 1,
  place: 1,
  route: 1,
  phase: 1,
  gate: 1,
  model: 0.4,
  name: 0.3,
  order: 0.1,
  unit: 0.1,
  room: 0.05,
};

/** Kinds of mark they share, and how far those that both have and do not share part them. */
const compareMarks = (a: Fingerprint, b: Fingerprint): { shared: number; parted: number } => {
  let [shared, parted] = [0, 0];
  for (const kind of new Set(a.marks.map(kindOf))) {
    const [mine, others] = [valuesOf(a, kind), valuesOf(b, kind)];
    if (others.length === 0) continue;
    if (mine.some((one) => others.some((other) => reconcile(one, other)))) shared += 1;
    else parted += partedBy[kind] ?? 0.3;
  }
  return { shared, parted };
};

/**
 * How alike two complaints are, 0 to 1: wording, what pins them down (place, building, model, order), type.
 * The same words about another place stay far below the threshold: joining two matters hides one of them.
 */
export const similarity = (a: Fingerprint, b: Fingerprint, weigh: Weigh = evenly): number => {
  const wording = cosine(a, b, weigh);
  const marks = compareMarks(a, b);
  const typed = a.type === '' || b.type === '' ? 0 : a.type === b.type ? 0.08 : -0.06;
  const pinned = (wording < 0.12 ? 0 : Math.min(marks.shared, 3) * 0.16) - marks.parted;
  return Math.max(0, Math.min(1, wording + pinned + typed));
};

interface Entry {
  readonly row: SameRow;
  readonly index: number;
  readonly print: Fingerprint;
  cluster: number;
}

/** Rarity of a feature in these rows, softened so that a few rows do not make every word precious. */
const rarity = (entries: readonly Entry[]): Weigh => {
  const counts = new Map<number, number>();
  for (const { print } of entries)
    for (const feature of print.features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const total = entries.length;
  const weights = new Map(
    [...counts].map(([feature, count]) => [feature, Math.log(1 + (total + 4) / (count + 1))]),
  );
  return weighBy((feature) => weights.get(feature) ?? 1);
};

const farApart = 60 * 86_400_000;
const distance = (a: SameRow, b: SameRow): number => {
  const [one, other] = [Date.parse(a.time ?? ''), Date.parse(b.time ?? '')];
  return Number.isNaN(one) || Number.isNaN(other) ? 0 : Math.abs(one - other);
};

/** Likeness of two rows; what lies more than sixty days apart must be more alike to count. */
const likenessOf = (a: Entry, b: Entry, weigh: Weigh): number =>
  similarity(a.print, b.print, weigh) - (distance(a.row, b.row) > farApart ? 0.15 : 0);

/** Earlier entries worth comparing with one: all while they are few, those that share a key when they are many. */
const neighbours = (
  entry: Entry,
  earlier: readonly Entry[],
  index: Map<string, Entry[]>,
): Iterable<Entry> => {
  if (earlier.length <= 300) return earlier;
  return rankByKeys(
    blockingKeys(entry.print).map((key) => (index.get(key) ?? []).slice(-newestOfKey).reverse()),
  );
};

const mostChecked = 50;

/** Whether a complaint is pinned elsewhere than some member: likeness must not leap over a member that names another place. */
const isElsewhere = (entry: Entry, members: readonly Entry[]): boolean =>
  members.slice(0, mostChecked).some((member) => compareMarks(entry.print, member.print).parted >= 0.3);

const file = <K>(map: Map<K, Entry[]>, key: K, entry: Entry): void => {
  const filed = map.get(key);
  if (filed) filed.push(entry);
  else map.set(key, [entry]);
};

const joinAll = (entries: readonly Entry[]): void => {
  const weigh = rarity(entries);
  const index = new Map<string, Entry[]>();
  const members = new Map<number, Entry[]>();
  const earlier: Entry[] = [];
  for (const entry of entries) {
    const matches = [...neighbours(entry, earlier, index)]
      .map((other) => ({ other, likeness: likenessOf(entry, other, weigh) }))
      .filter(({ likeness }) => likeness >= sameFrom)
      .sort((a, b) => b.likeness - a.likeness);
    const best = matches.find(({ other }) => !isElsewhere(entry, members.get(other.cluster) ?? []));
    if (best) entry.cluster = best.other.cluster;
    earlier.push(entry);
    file(members, entry.cluster, entry);
    for (const key of blockingKeys(entry.print)) file(index, key, entry);
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
  understand?: Understand,
): { readonly id: string; readonly cluster: string }[] => {
  const entries = rows.map(
    (row, index): Entry => ({
      row,
      index,
      print: fingerprint(row.text, understand?.(row.text)),
      cluster: index,
    }),
  );
  for (const group of Map.groupBy(entries, ({ row }) => row.group ?? '').values())
    joinAll(group.sort(byTime));
  return rows.map((row, index) => ({
    id: row.id,
    cluster: rows[entries[index]?.cluster ?? index]?.id ?? row.id,
  }));
};
