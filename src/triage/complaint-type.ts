import { placeOf } from './features.ts';
import type { Leaning } from './learned.ts';
import type { Scan } from './scan.ts';
import { standingOf } from './standing.ts';

/** Which kind of complaint the words speak of. */
export interface TypeReading {
  readonly type: string;
  /** Shares that sum to 1 over the given types; 'other' takes what nothing speaks for. */
  readonly scores: Readonly<Record<string, number>>;
  /** Weight of words that name a failing. */
  readonly failing: number;
  /** Whether the type may be spoken of to the complainant; a guess is for staff to see. */
  readonly isSure: boolean;
  /** Words of the text that the type was read from; '' where only the absence of others speaks for it. */
  readonly evidence: string;
}

/** What a text threatens or asks for is not what it is about: a paper that is told of no refund says nothing of refunds. */
const aroundTheMatter = ['media', 'published', 'legal', 'regulator', 'demonstration'].map(
  (name) => `fact.${name}`,
);
const remedies = ['money_back', 'money_more', 'fix', 'reply', 'accountability'].map((name) => `want.${name}`);

const marksOf = (scan: Scan, lists: readonly string[]): Uint8Array | null => {
  let marks: Uint8Array | null = null;
  for (const list of lists)
    for (const hit of scan.hits(list)) {
      marks ??= new Uint8Array(scan.view.codes.length + 1);
      marks.fill(1, hit.start, hit.end);
    }
  return marks;
};

interface Surroundings {
  readonly threats: Uint8Array | null;
  readonly remedies: Uint8Array | null;
  readonly unanswered: Uint8Array | null;
}

interface Weight {
  total: number;
  /** Part of the total that only says how the complaint was handled. */
  handling: number;
  failing: number;
}

const worths = [0, 0.5, 1.3, 2.4] as const;

/** Weight of one list: each wording counts once, later ones less, the beginning of a text a little more. */
const weigh = (scan: Scan, list: string, around: Surroundings): Weight => {
  const seen = new Set<string>();
  const out: Weight = { total: 0, handling: 0, failing: 0 };
  const reach = Math.max(60, scan.view.codes.length);
  for (const hit of scan.hits(list)) {
    const words = scan.view.text.slice(hit.start, Math.min(hit.end, hit.start + 24));
    if (seen.has(words)) continue;
    seen.add(words);
    const place = 1.2 - 0.4 * (hit.start / reach);
    const stands = hit.weight < 3 || standingOf(scan, hit) !== 'mentioned';
    const isThreat = around.threats?.[hit.start] === 1;
    const isRemedy = around.remedies?.[hit.start] === 1 && hit.weight < 3;
    const factor = (stands ? 1 : 0.4) * (isThreat ? 0.15 : isRemedy ? 0.4 : 1);
    const worth = ((worths[hit.weight] ?? 0) * place * factor) / (1 + 0.22 * (seen.size - 1));
    out.total += worth;
    if (around.unanswered?.[hit.start] === 1) out.handling += worth;
    if (hit.weight === 3) out.failing += 1;
  }
  return out;
};

/** That nobody answers decides only when nothing else is told: the matter comes before the complaint about the phone. */
const behindTheMatter = (raw: Map<string, number>, handling: number): void => {
  const own = raw.get('after_sales') ?? 0;
  let most = 0;
  for (const [type, total] of raw)
    if (type !== 'after_sales' && type !== 'other') most = Math.max(most, total);
  if (most >= 1.2) raw.set('after_sales', own - 0.75 * handling);
};

const quoted = (scan: Scan, start: number, end: number): string =>
  scan.view.source.slice(scan.view.startOf(start), scan.view.endOf(end)).trim();

/** The wordings that spoke for a type: the lexicon's plainest first, else the learned words. */
const wordsFor = (scan: Scan, type: string, leaning: Leaning | null): string => {
  const [hit] = scan.hits(`type.${type}`).toSorted((a, b) => b.weight - a.weight);
  if (hit && hit.weight > 1) return quoted(scan, hit.start, hit.end);
  const places = (leaning?.spoke(type, 8) ?? []).flatMap((feature) => {
    const place = feature.includes('.') ? null : placeOf(scan, feature, [0, scan.view.codes.length]);
    return place && place[1] - place[0] > 1 ? [place] : [];
  });
  return [...new Set(places.slice(0, 3).map(([start, end]) => quoted(scan, start, end)))].join(', ');
};

interface Heard {
  readonly raw: ReadonlyMap<string, number>;
  readonly failing: number;
}

/** What the wordings of the lexicons say, by type. */
const hear = (scan: Scan, types: readonly string[]): Heard => {
  const around: Surroundings = {
    threats: marksOf(scan, aroundTheMatter),
    remedies: marksOf(scan, remedies),
    unanswered: marksOf(scan, ['cue.unanswered']),
  };
  const raw = new Map<string, number>();
  let [failing, handling] = [0, 0];
  for (const type of types) {
    if (type === 'other') continue;
    const weight = weigh(scan, `type.${type}`, around);
    raw.set(type, weight.total);
    failing += weight.failing;
    if (type === 'after_sales') handling = weight.handling;
  }
  if (handling > 0) behindTheMatter(raw, handling);
  // A bare threat is told to nobody's department: without a matter of some weight it stays with 'other'.
  raw.set('other', (around.threats ? 0.8 : 0.3) + weigh(scan, 'type.other', around).total);
  return { raw, failing };
};

/** Beside what was learned the lexicons only decide what is nearly even: on texts of other hands they are right half as often. */
const lexiconVoice = 0.05;
const sureShare = 0.6;
/** Less is asked where the lexicons say the same by themselves. */
const agreedShare = 0.4;

/** Lexicons and learned habits, each as a share, multiplied. */
const sharesOf = (
  types: readonly string[],
  { raw }: Heard,
  leaning: Leaning | null,
): ReadonlyMap<string, number> => {
  const sum = [...raw.values()].reduce((total, one) => total + one, 0);
  const votes = types.map((type) => {
    const heard = (raw.get(type) ?? 0) / sum;
    return leaning ? (heard + 0.02) ** lexiconVoice * (leaning.of(type) + 0.001) : heard;
  });
  const all = votes.reduce((total, one) => total + one, 0);
  return new Map(types.map((type, at) => [type, (votes[at] ?? 0) / all]));
};

/**
 * Scores the complaint types by the words of the lexicons and, where there is one, what was learned from examples.
 *
 * @param types the pack's types; those without a lexicon can only be chosen by staff
 */
export const readType = (scan: Scan, types: readonly string[], leaning: Leaning | null): TypeReading => {
  const heard = hear(scan, types);
  const shares = sharesOf(types, heard, leaning);
  const start = types.includes('other') ? 'other' : (types[0] ?? 'other');
  const type = types.reduce(
    (top, one) => ((shares.get(one) ?? 0) > (shares.get(top) ?? 0) ? one : top),
    start,
  );
  const scores = Object.fromEntries(
    types.map((one) => [one, Math.round((shares.get(one) ?? 0) * 1000) / 1000]),
  );
  const evidence = wordsFor(scan, type, leaning);
  const own = heard.raw.get(type) ?? 0;
  const agrees = own > 1 && [...heard.raw.values()].every((one) => one <= own);
  const isSure = (shares.get(type) ?? 0) >= (agrees ? agreedShare : sureShare);
  return { type, scores, failing: heard.failing, isSure, evidence };
};
