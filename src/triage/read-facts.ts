import { type FactEvidence, type Facts, noFacts } from '../policy/facts.ts';
import { type Emotion, type Money, type Want, wants } from '../terms.ts';
import { findAuthority } from './authority.ts';
import type { Headcount } from './people.ts';
import { crossesSentence, type Hit, isQuoted, type Scan } from './scan.ts';
import { firstAsserted, standingOf } from './standing.ts';
import type { Found } from './understanding.ts';

/** What the facts are read from besides the lexicons. */
export interface FactSources {
  readonly scan: Scan;
  readonly headcounts: readonly Headcount[];
  readonly amounts: readonly Found<Money>[];
  readonly type: { readonly type: string; readonly isSure: boolean; readonly evidence: string };
  readonly isComplaint: boolean;
  /** Complains, adds to a complaint or is in danger: what is said of press, law and authorities is meant. */
  readonly tells: boolean;
  /** Asks, praises, proposes or withdraws: speaks of remedies without wanting one. */
  readonly wantsNothing: boolean;
  /** Praises, asks or proposes: whom the text counts, no failing of ours has hurt. */
  readonly affectsNobody: boolean;
  /** Asks how an earlier complaint stands. */
  readonly asksAgain: boolean;
}

type Flag =
  | 'media'
  | 'published'
  | 'reputation'
  | 'legal'
  | 'groupSuit'
  | 'regulator'
  | 'collective'
  | 'demonstration'
  | 'repeat'
  | 'bribe'
  | 'deceit'
  | 'leak'
  | 'retaliation'
  | 'vulnerable'
  | 'supplier'
  | 'passedDown'
  | 'wantsHigher';

/** Facts that a thing either shows or not: nobody threatens them, so only denial counts against them. */
const plainFlags = new Set<Flag>([
  'vulnerable',
  'supplier',
  'passedDown',
  'deceit',
  'leak',
  'bribe',
  'repeat',
  'collective',
]);

type Evidence = Partial<Record<keyof Facts, string>>;

const wordsOf = (scan: Scan, hit: { start: number; end: number }): string =>
  scan.view.source.slice(scan.view.startOf(hit.start), scan.view.endOf(hit.end)).trim();

const firstStanding = (scan: Scan, name: Flag): Hit | null =>
  plainFlags.has(name)
    ? (scan.hits(`fact.${name}`).find((hit) => standingOf(scan, hit) !== 'negated') ?? null)
    : firstAsserted(scan, `fact.${name}`);

const flag = (scan: Scan, name: Flag, evidence: Evidence): boolean => {
  const hit = firstStanding(scan, name);
  if (hit) evidence[name] = wordsOf(scan, hit);
  return hit !== null;
};

/** A flood of such words must not cost time. */
const mostSpoken = 200;

/** Press, law, authority: in the mouth of somebody who complains the bare word says it; to whoever asks or thanks it is a word. */
const signal = (sources: FactSources, name: 'media' | 'legal' | 'regulator', evidence: Evidence): boolean => {
  const { scan } = sources;
  if (!sources.tells) return false;
  const vetoes = scan.hits(`not.${name}`);
  const spoken = [...scan.hits(`fact.${name}`), ...scan.hits(`noun.${name}`)].slice(0, mostSpoken);
  const hits = spoken.filter(
    ({ start, end }) => !vetoes.some((veto) => veto.start < end && start < veto.end),
  );
  const hit = hits.find((one) => !isQuoted(scan, one) && standingOf(scan, one) === 'asserted');
  const lettered = hit || name !== 'regulator' ? null : findAuthority(scan.view);
  if (hit) evidence[name] = wordsOf(scan, hit);
  else if (lettered) evidence[name] = lettered;
  return hit !== undefined || lettered !== null;
};

/** What is told of danger counts; asked, praised or proposed it is a word, unless help is called for. */
const safetyOf = ({ scan, tells }: FactSources, evidence: Evidence): 0 | 1 | 2 => {
  if (!tells && scan.hits('cue.now').length === 0) return 0;
  for (const level of [2, 1] as const) {
    const hit = scan.hits(`fact.safety${level}`).find((one) => standingOf(scan, one) !== 'negated');
    if (!hit) continue;
    evidence.safety = wordsOf(scan, hit);
    return level;
  }
  return 0;
};

const largest = (headcounts: readonly Headcount[], unit: Headcount['unit']): Headcount | null =>
  headcounts
    .filter((one) => one.unit === unit)
    .reduce<Headcount | null>((most, one) => (one.value > (most?.value ?? 0) ? one : most), null);

const countOf = (sources: FactSources, unit: Headcount['unit'], evidence: Evidence): number | null => {
  const most = largest(sources.headcounts, unit);
  if (most)
    evidence[unit] = wordsOf(sources.scan, {
      start: most.start,
      end: most.end + (unit === 'households' ? 1 : 0),
    });
  return most?.value ?? null;
};

/** Words of blame that are written large in anger; large names, codes and signs are none. */
const large =
  /\b(?:STOP|NEVER|WORST|RUINED|JOKE|LIARS?|THIEVES|CROOKS|STILL|WHO|WHAT|WHY|HOW|WHERE|AGAIN|EVERY|NOTHING|NOBODY|NOT|LATE|DISGUSTING|UNACCEPTABLE|RIDICULOUS|SHAME|SERIOUS|MONEY|REFUND|BACK|TERRIBLE|AWFUL|HORRIBLE|USELESS|SCAM|FRAUD|YOU|YOUR|SURPRISE|AVOID|ZERO)\b/g;

/** How loud a text is: words of blame written large, or most of it. What others wrote, in quotes, is not counted. */
const loudnessOf = ({ view }: Scan): number => {
  const own = view.source.replace(/["“][^"”]{0,200}["”]/g, ' ');
  const letters = own.replace(/[^A-Za-z]/g, '');
  const isAllLarge = letters.length > 20 && letters.replace(/[^A-Z]/g, '').length > letters.length * 0.6;
  return isAllLarge ? 2 : (own.match(large) ?? []).length;
};

/** Marks spread over a short text say the same as a row of them. */
const isExclaiming = ({ view }: Scan): boolean =>
  view.text.length < 60 && (view.text.match(/!/g) ?? []).length >= 2 && /[\u4e00-\u9fff]/.test(view.text);

/** How the complainant sounds: anger by its words and by shouting, dissatisfaction by any complaint. */
export const emotionOf = (scan: Scan, isComplaint: boolean): Emotion => {
  const angry = scan.hits('emotion.angry').filter((hit) => standingOf(scan, hit) === 'asserted');
  const weight = angry.reduce((sum, hit) => sum + hit.weight, 0);
  if (isComplaint && (weight + loudnessOf(scan) >= 2 || isExclaiming(scan))) return 'angry';
  if (isComplaint) return 'dissatisfied';
  return firstAsserted(scan, 'emotion.dissatisfied') && scan.hits('mood.positive').length === 0
    ? 'dissatisfied'
    : 'neutral';
};

/** The remedies asked for, in the order of the glossary; denied ones are left out. */
export const wantsOf = (scan: Scan): readonly Want[] =>
  wants.filter((want) => firstAsserted(scan, `want.${want}`) !== null);

const moneyOf = (sources: FactSources, evidence: Evidence): number | null => {
  const most = sources.amounts.reduce<Found<Money> | null>(
    (top, one) => (one.value.amountMinor > (top?.value.amountMinor ?? 0) ? one : top),
    null,
  );
  if (most) evidence.amountMinor = most.text;
  return most?.value.amountMinor ?? null;
};

const isGroup = (sources: FactSources, evidence: Evidence): boolean => {
  if (flag(sources.scan, 'collective', evidence)) return true;
  const group = sources.headcounts.find((one) => one.unit === 'households' || one.value >= 3);
  if (group) evidence.collective = wordsOf(sources.scan, group);
  return group !== undefined;
};

/** A suit and a group in one sentence make a suit by the group. */
const isGroupSuit = (sources: FactSources, evidence: Evidence): boolean => {
  if (flag(sources.scan, 'groupSuit', evidence)) return true;
  const suit = firstAsserted(sources.scan, 'fact.legal');
  const group =
    sources.headcounts.find((one) => one.unit === 'households' || one.value >= 3) ??
    sources.scan.hits('fact.collective')[0];
  if (
    !suit ||
    !group ||
    crossesSentence(sources.scan.view, Math.min(suit.end, group.end), Math.max(suit.start, group.start))
  )
    return false;
  evidence.groupSuit = wordsOf(sources.scan, suit);
  return true;
};

const readFlags = (sources: FactSources, evidence: Evidence) => {
  const { scan } = sources;
  const set = (name: Flag): boolean => flag(scan, name, evidence);
  const published = sources.tells && set('published');
  const demonstration = set('demonstration');
  const bribe = set('bribe');
  const deceit = set('deceit');
  const leak = set('leak');
  const reputation = set('reputation') || demonstration || bribe || leak;
  const named = (['demonstration', 'bribe', 'leak'] as const).find((one) => evidence[one] !== undefined);
  if (reputation && named && evidence.reputation === undefined) evidence.reputation = evidence[named] ?? '';
  const media = signal(sources, 'media', evidence) || published;
  if (media && evidence.media === undefined) evidence.media = evidence.published ?? '';
  const groupSuit = sources.tells && isGroupSuit(sources, evidence);
  const legal = signal(sources, 'legal', evidence) || groupSuit;
  if (legal && evidence.legal === undefined) evidence.legal = evidence.groupSuit ?? '';
  return {
    published,
    demonstration,
    bribe,
    deceit,
    leak,
    reputation,
    media,
    groupSuit,
    legal,
    regulator: signal(sources, 'regulator', evidence),
    repeat: set('repeat'),
    retaliation: set('retaliation'),
    vulnerable: set('vulnerable'),
    supplier: set('supplier'),
    passedDown: set('passedDown'),
    wantsHigher: set('wantsHigher'),
  };
};

/** The documented facts as far as the words show them, each with the words it was read from. */
export const readFacts = (
  sources: FactSources,
): { readonly facts: Facts; readonly evidence: FactEvidence } => {
  const { scan } = sources;
  // A type that is only guessed has no words to show for it: nothing is said to the complainant as if it were known.
  const evidence: Evidence = sources.type.isSure ? { type: sources.type.evidence } : {};
  const flags = readFlags(sources, evidence);
  const emotion = emotionOf(scan, sources.isComplaint);
  const firstAnger = firstAsserted(scan, 'emotion.angry');
  if (emotion === 'angry' && firstAnger) evidence.emotion = wordsOf(scan, firstAnger);
  const isGroupMatter = isGroup(sources, evidence) || flags.demonstration;
  const facts: Facts = {
    ...noFacts,
    ...flags,
    repeat: flags.repeat && (sources.tells || sources.asksAgain),
    collective: isGroupMatter && sources.tells,
    safety: safetyOf(sources, evidence),
    people: sources.affectsNobody ? null : countOf(sources, 'people', evidence),
    households: sources.affectsNobody ? null : countOf(sources, 'households', evidence),
    emotion,
    wants: sources.wantsNothing ? [] : wantsOf(scan),
    amountMinor: moneyOf(sources, evidence),
    type: sources.type.type,
    complainantKind: firstAsserted(scan, 'fact.business')
      ? 'business'
      : firstAsserted(scan, 'fact.partner')
        ? 'partner'
        : 'consumer',
  };
  return { facts, evidence };
};
