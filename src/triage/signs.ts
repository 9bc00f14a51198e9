import type { FactEvidence, Facts } from '../policy/facts.ts';
import { type Intent, type Want, wants } from '../terms.ts';
import { type Features, placeOf, type Range, type Sentence } from './features.ts';
import { likelihoodsOf, type SignHabits, weightOf } from './learned.ts';
import type { Scan } from './scan.ts';

const flags = ['media', 'legal', 'regulator', 'collective', 'repeat'] as const;

/** What a sentence of a complaint may show, besides what it is about; `safety` is any danger, `safety2` one to life or health. */
export const signs = [...flags, 'safety', 'safety2', 'angry', ...wants] as const;
export type Sign = (typeof signs)[number];

/** What the rules found, as loud features: rules and learning vote together. */
export const ruledMarks = (facts: Facts, intent: Intent): readonly string[] => [
  `!is ${intent}`,
  ...signs.filter((sign) => isRuled(facts, sign)).map((sign) => `!rule.${sign} `),
];

/** Whether facts show a sign. */
export const isRuled = (facts: Facts, sign: Sign): boolean => {
  if (sign === 'safety') return facts.safety > 0;
  if (sign === 'safety2') return facts.safety === 2;
  if (sign === 'angry') return facts.emotion === 'angry';
  const flag = flags.find((one) => one === sign);
  return flag ? facts[flag] : facts.wants.some((want) => want === sign);
};

/** How likely a text shows a sign, and the sentence that shows it most. */
interface Heard {
  readonly likely: number;
  readonly sentence: Sentence;
}

const hear = (
  habits: SignHabits,
  features: Features,
  marks: readonly string[],
): ((sign: Sign) => Heard | null) => {
  const read = features.sentences.map((sentence) => ({
    sentence,
    likely: likelihoodsOf(habits, {
      features: sentence.features,
      marks: new Set([...sentence.marks, ...marks]),
    }),
  }));
  return (sign) => {
    const at = habits.labels.indexOf(sign);
    if (at < 0) return null;
    const [first, ...others] = read.map(({ sentence, likely }) => ({ sentence, likely: likely[at] ?? 0 }));
    return first ? others.reduce((most, one) => (one.likely > most.likely ? one : most), first) : null;
  };
};

/** Three or more by number, or in the street together: no guess is better than that. */
const isCounted = ({ collective, demonstration, households, people }: Facts): boolean =>
  demonstration || (collective && (households ?? people ?? 0) >= 3);

const longest = 80;

/** The clause around a place, inside its sentence and no longer than a line. */
const clauseAround = ({ view }: Scan, [from, to]: Range, { start, end }: Sentence): string => {
  const isComma = (at: number): boolean => view.codes[at] === 0x2c;
  let [left, right] = [from, to];
  while (left > start && from - left < longest / 2 && !isComma(left - 1)) left -= 1;
  while (right < end && right - from < longest / 2 && !isComma(right)) right += 1;
  return view.source.slice(view.startOf(left), view.endOf(right)).trim();
};

/** The words by which learning saw a sign that the rules had not: the clause of the feature that spoke loudest for it. */
const wordsFor = (scan: Scan, { sentence }: Heard, weigh: (feature: string) => number): string => {
  const loudest = [...sentence.marks, ...sentence.features]
    .map((feature) => ({ feature, weight: weigh(feature) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { feature } of loudest) {
    const place = placeOf(scan, feature, [sentence.start, sentence.end]);
    if (place && place[1] - place[0] > 1) return clauseAround(scan, place, sentence);
  }
  return '';
};

/** A guess that would make level 1 together with other facts must be as good as certain. */
const certain = 0.9;

type Said = Partial<Record<keyof Facts, string>>;

/** What facts and evidence become once learning has voted too. */
export interface Agreed {
  readonly facts: Facts;
  readonly evidence: FactEvidence;
}

/**
 * Lets what was learned vote on the signs that the rules read. A sign that only learning sees needs words to show for it;
 * one that would make level 1 must be as good as certain, for a needless crisis is worse than a level 2 that staff raise.
 */
export const agree = (
  { facts, evidence }: Agreed,
  sources: {
    readonly scan: Scan;
    readonly features: Features;
    readonly habits: SignHabits;
    readonly intent: Intent;
    readonly isComplaint: boolean;
    readonly wantsNothing: boolean;
  },
): Agreed => {
  const { scan, habits } = sources;
  const heard = hear(habits, sources.features, ruledMarks(facts, sources.intent));
  const said: Said = { ...evidence };
  const shows = (sign: Sign, name: keyof Facts, isGrave = false): boolean => {
    const one = heard(sign);
    const ruled = isRuled(facts, sign);
    if (!one) return ruled;
    const at = habits.labels.indexOf(sign);
    if (ruled) return one.likely >= (habits.keep[at] ?? 0);
    const from = habits.from[at] ?? 1;
    if (one.likely < (isGrave ? Math.max(certain, from) : from)) return false;
    const words = wordsFor(scan, one, (feature) => weightOf(habits, feature, at));
    if (words !== '') said[name] = words;
    return words !== '';
  };
  const isBad = facts.reputation || facts.bribe || facts.leak || facts.deceit;
  const media = shows('media', 'media', isBad || facts.safety === 2);
  const legal = shows('legal', 'legal');
  const [danger, isGrave] = [shows('safety', 'safety'), shows('safety2', 'safety', media || facts.published)];
  const angry = sources.isComplaint && shows('angry', 'emotion');
  const agreed: Facts = {
    ...facts,
    media,
    published: facts.published && media,
    legal,
    groupSuit: facts.groupSuit && legal,
    regulator: shows('regulator', 'regulator'),
    collective: isCounted(facts) || shows('collective', 'collective'),
    repeat: shows('repeat', 'repeat'),
    safety: isGrave ? 2 : danger ? 1 : 0,
    emotion: angry ? 'angry' : facts.emotion === 'angry' ? 'dissatisfied' : facts.emotion,
    wants: sources.wantsNothing ? [] : wants.filter((want: Want) => shows(want, 'wants')),
  };
  return { facts: agreed, evidence: onlyOf(agreed, said) };
};

/** Evidence of what is no longer believed goes with it. */
const onlyOf = (facts: Facts, said: Said): FactEvidence => {
  const out = { ...said };
  for (const flag of [...flags, 'published', 'groupSuit'] as const) if (!facts[flag]) delete out[flag];
  if (facts.safety === 0) delete out.safety;
  if (facts.emotion !== 'angry') delete out.emotion;
  if (facts.wants.length === 0) delete out.wants;
  return out;
};
