import { crossesSentence, type Hit, type Scan } from './scan.ts';

/** How a found wording is meant: said of oneself, denied, or only mentioned (by the company, of others, as a supposition). */
export type Standing = 'asserted' | 'negated' | 'mentioned';

/** The last hit that ends at or before `place`; -1 when there is none. Hits are in order. */
const lastBefore = (hits: readonly Hit[], place: number): number => {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && index > low - 6; index--)
    if ((hits[index]?.end ?? 0) <= place) return index;
  return -1;
};

const standsBetween = (hits: readonly Hit[], from: number, to: number): boolean => {
  const index = lastBefore(hits, to);
  return index >= 0 && (hits[index]?.start ?? -1) >= from;
};

const isLatinAt = (scan: Scan, place: number): boolean => (scan.view.codes[place] ?? 0) < 0x2e80;

/** In Chinese a no reaches to the next comma and no further: 没水没解释，有人找了记者. */
const isCutOff = ({ view }: Scan, from: number, to: number): boolean =>
  view.codes.subarray(from, to).includes(0x2c) && (view.codes[to] ?? 0) >= 0x2e80;

const isNegated = (scan: Scan, hit: Hit): boolean => {
  const negations = scan.hits('cue.negation');
  const negation = negations[lastBefore(negations, hit.start)];
  const reach = isLatinAt(scan, hit.start) ? 38 : 9;
  if (negation && hit.start - negation.end <= reach && !crossesSentence(scan.view, negation.end, hit.start)) {
    return (
      !standsBetween(scan.hits('cue.turn'), negation.end, hit.start) &&
      !isCutOff(scan, negation.end, hit.start)
    );
  }
  const after = scan.hits('cue.negation_after').find((one) => one.start >= hit.end);
  return after !== undefined && after.start - hit.end <= 4;
};

const isMentioned = (scan: Scan, hit: Hit): boolean => {
  const reach = isLatinAt(scan, hit.start) ? 60 : 16;
  const mentions = scan.hits('cue.mention');
  const mention = mentions[lastBefore(mentions, hit.start + 1)];
  if (!mention || hit.start - mention.end > reach) return false;
  if (crossesSentence(scan.view, mention.end, hit.start)) return false;
  return !standsBetween(scan.hits('cue.self'), mention.end, hit.start);
};

/** How one hit is meant, from the cues before and after it in its sentence. */
export const standingOf = (scan: Scan, hit: Hit): Standing =>
  isNegated(scan, hit) ? 'negated' : isMentioned(scan, hit) ? 'mentioned' : 'asserted';

/** The first hit of a list that is asserted; null when there is none. */
export const firstAsserted = (scan: Scan, list: string): Hit | null => {
  for (const hit of scan.hits(list)) if (standingOf(scan, hit) === 'asserted') return hit;
  return null;
};
