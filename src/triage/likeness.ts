import { daysApart } from './days.ts';
import { bareOf, type Fingerprint, kindOf } from './fingerprint.ts';
import { featureOf, hash } from './hashing.ts';
import type { SamenessWords } from './sameness-words.ts';

/** How much a feature of the wording counts: rare ones much, those in every text little. */
export type Weigh = (feature: number) => number;

const byCommonness = [1, 0.3, 0.6] as const;
/** A feature's weight by itself; single characters count little beside pairs of them. */
export const plainWeigh =
  ({ commonness }: Pick<SamenessWords, 'commonness'>): Weigh =>
  (feature) =>
    feature % 2 === 0 ? 0.3 : byCommonness[commonness(feature)];

/** What the wording of two complaints is weighed with: how common words are and, among known texts, how rare. */
export interface Scales extends Pick<SamenessWords, 'commonness'> {
  /** `plainWeigh` when absent. */
  readonly weigh?: Weigh;
}

interface Read {
  readonly print: Fingerprint;
  readonly features: ReadonlySet<number>;
  /** Features that no pin stands for: a shared address must not make two matters alike. */
  readonly wording: readonly number[];
  readonly kinds: ReadonlyMap<string, readonly string[]>;
}
const pairsOf = (value: string): string[] =>
  Array.from({ length: value.length - 1 }, (_, index) => value.slice(index, index + 2));
const featuresOf = (mark: string): number[] => {
  const value = bareOf(mark);
  if (kindOf(mark) !== 'place') return [(hash(value) | 1) >>> 0];
  return [...pairsOf(value).map(featureOf), ...[...value].map((each) => (hash(each) & ~1) >>> 0)];
};
const reads = new WeakMap<Fingerprint, Read>();
const read = (print: Fingerprint): Read => {
  const known = reads.get(print);
  if (known) return known;
  const pins = new Set(
    print.marks.filter((mark) => !/^(?:thing|failing|manner):/.test(mark)).flatMap(featuresOf),
  );
  const wording = print.features.filter((feature) => !pins.has(feature));
  const fresh = {
    print,
    features: new Set(print.features),
    wording,
    kinds: Map.groupBy(print.marks, kindOf),
  };
  reads.set(print, fresh);
  return fresh;
};
const of = (one: Read, kind: string): readonly string[] => one.kinds.get(kind) ?? [];

interface Wording {
  readonly cosine: number;
  /** How many rare words or pairs of characters both have, common ones counting little: at six, 1. */
  readonly evidence: number;
}
const evidenceOf = [1, 0.1, 0.4] as const;
const compareWording = (a: Read, b: Read, scales: Scales): Wording => {
  const { commonness, weigh = plainWeigh(scales) } = scales;
  const sum = (features: readonly number[]): number =>
    features.reduce((all, each) => all + weigh(each) ** 2, 0);
  const told = new Set(b.wording);
  const shared = a.wording.filter((feature) => told.has(feature));
  const [both, mine, others] = [sum(shared), sum(a.wording), sum(b.wording)];
  if (mine === 0 || others === 0) return { cosine: 0, evidence: 0 };
  const evidence = shared
    .filter((feature) => feature % 2 === 1)
    .reduce((all, feature) => all + evidenceOf[commonness(feature)], 0);
  return {
    cosine: both / Math.sqrt(mine * others),
    evidence: Math.min(evidence, 6) / 6,
  };
};

/** 望京 is in 悦动望京; a place told in other words may still stand in the wording. */
const isEchoed = (mark: string, other: Read): boolean => {
  const value = bareOf(mark);
  if (kindOf(mark) !== 'place') return other.features.has((hash(value) | 1) >>> 0);
  const told = of(other, 'place').map(bareOf);
  if (told.some((one) => one.includes(value) || value.includes(one))) return true;
  return pairsOf(value.slice(-3)).every((pair) => other.features.has(featureOf(pair)));
};

interface Names {
  readonly shared: number;
  /** Both name something that the other does not. */
  readonly apart: boolean;
}
const compareNames = (a: Read, b: Read, kinds: readonly string[]): Names => {
  const [mine, others] = [a, b].map((one) => kinds.flatMap((kind) => of(one, kind)));
  const lonely = (some: readonly string[], other: Read): string[] =>
    some.filter((one) => !other.print.marks.includes(one) && !isEchoed(one, other));
  const [ours = [], theirs = []] = [mine, others];
  const [left, right] = [lonely(ours, b), lonely(theirs, a)];
  return {
    shared: Math.max(ours.length - left.length, theirs.length - right.length),
    apart: left.length > 0 && right.length > 0,
  };
};

const compareKinds = (a: Read, b: Read, kinds: readonly string[]): { shared: number; apart: number } => {
  let [shared, apart] = [0, 0];
  for (const kind of kinds) {
    const [mine, others] = [of(a, kind), of(b, kind)];
    if (mine.length === 0 || others.length === 0) continue;
    if (mine.some((one) => others.includes(one))) shared += 1;
    else apart += 1;
  }
  return { shared, apart };
};

/** Numbers that part by themselves: another building is another matter. */
const partingNumbers = ['building', 'route', 'phase', 'gate', 'batch'];
/** Two people may count floors and tills differently, or name different staff of one matter. */
const softPins = ['desk', 'floor', 'person', 'sum', 'release'];

/** What tells whether two complaints are one matter, each 0 to 1. */
export const pairFeatures = (one: Fingerprint, other: Fingerprint, scales: Scales) => {
  const [a, b] = [read(one), read(other)];
  const wording = compareWording(a, b, scales);
  const [names, heads] = [compareNames(a, b, ['name', 'place']), compareNames(a, b, ['name', 'head'])];
  const [numbers, codes] = [compareKinds(a, b, partingNumbers), compareKinds(a, b, ['model'])];
  const [orders, others] = [compareKinds(a, b, ['order']), compareKinds(a, b, softPins)];
  const failings = compareKinds(a, b, ['failing']);
  const things = compareKinds(a, b, ['thing']);
  const isAgo = compareKinds(a, b, ['ago']).shared > 0;
  const gap = isAgo ? 0 : daysApart(of(a, 'day'), of(b, 'day'));
  const isPinned = [names, codes, orders, numbers, others].some(({ shared }) => shared > 0);
  const isApart = names.apart || heads.apart || numbers.apart + codes.apart > 0;
  const readOf = [a, b].filter((each) => of(each, 'failing').length > 0).length;
  const isUnread = readOf === 0;
  const evidence = isApart ? 0 : wording.evidence;
  const near = isApart ? 0 : wording.cosine;
  return {
    cosine: near,
    veryNear: Math.max(0, near - 0.5) * 2,
    evidence,
    evidencePinned: isPinned ? evidence : 0,
    halfRead: readOf === 1 ? 1 : 0,
    halfReadEvidence: readOf === 1 ? evidence : 0,
    unread: isUnread ? 1 : 0,
    unreadEvidence: isUnread ? evidence : 0,
    unreadPinned: isUnread && isPinned ? 1 : 0,
    unreadDay: isUnread && gap === 0 ? 1 : 0,
    failingShared: failings.shared,
    failingApart: failings.apart,
    mannerShared: compareKinds(a, b, ['manner']).shared,
    thingShared: things.shared,
    thingApart: things.apart,
    unpinned: isPinned || gap === 0 ? 0 : 1,
    nameShared: names.shared > 0 ? 1 : 0,
    namesShared: names.shared > 1 ? 1 : 0,
    nameApart: names.apart ? 1 : 0,
    headApart: heads.apart && !names.apart ? 1 : 0,
    numberShared: Math.min(numbers.shared + others.shared, 2) / 2,
    numberApart: Math.min(numbers.apart, 1),
    softApart: Math.min(others.apart, 1),
    codeShared: Math.max(codes.shared, orders.shared),
    codeApart: codes.apart,
    orderApart: orders.apart,
    dayShared: gap === null ? 0 : gap === 0 ? 1 : gap === 1 ? 0.6 : 0,
    dayApart: gap === null || gap < 2 ? 0 : 1,
    pinnedFailing: isPinned ? failings.shared : 0,
  };
};
/** Names of the pair features. */
export type PairFeature = keyof ReturnType<typeof pairFeatures>;

/** Learned from pairs whose matter is known, by `test/eval/same-learn.ts`, towards what was known before. */
const weights: Readonly<Record<PairFeature, number>> = {
  cosine: 1.48,
  veryNear: 2.59,
  evidence: 0.69,
  evidencePinned: 0.17,
  halfRead: -2.18,
  halfReadEvidence: 0.42,
  unread: -0.89,
  unreadEvidence: 1.17,
  unreadPinned: 0.83,
  unreadDay: 1.01,
  failingShared: 1.59,
  failingApart: -1.78,
  mannerShared: 1.08,
  thingShared: 0.79,
  thingApart: -0.84,
  unpinned: -1.79,
  nameShared: 0.24,
  namesShared: 0.33,
  nameApart: -3.76,
  headApart: -1.02,
  numberShared: 0.63,
  numberApart: -6.06,
  softApart: -1.02,
  codeShared: 0.66,
  codeApart: -5.11,
  orderApart: -0.5,
  dayShared: 1.64,
  dayApart: -2.88,
  pinnedFailing: 1.16,
};
const bias = -2.0;

const isPairFeature = (name: string): name is PairFeature => name in weights;

/**
 * How likely two complaints are one matter, 0 to 1: what pins them down, what went wrong with what, wording.
 * The same words about another place stay far below the threshold: joining two matters hides one of them.
 */
export const similarity = (one: Fingerprint, other: Fingerprint, scales: Scales): number => {
  let sum = bias;
  for (const [name, value] of Object.entries(pairFeatures(one, other, scales)))
    if (isPairFeature(name)) sum += weights[name] * value;
  return 1 / (1 + Math.exp(-sum));
};

/** Whether two complaints are pinned to different places, things or journeys, however alike their words are. */
export const areElsewhere = (one: Fingerprint, other: Fingerprint, scales: Scales): boolean => {
  const { nameApart, numberApart, codeApart } = pairFeatures(one, other, scales);
  return nameApart + numberApart + codeApart > 0;
};
