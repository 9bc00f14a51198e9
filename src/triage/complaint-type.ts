import type { Scan } from './scan.ts';
import { standingOf } from './standing.ts';

/** Which kind of complaint the words speak of. */
export interface TypeReading {
  readonly type: string;
  /** Shares that sum to 1 over the given types; 'other' takes what nothing speaks for. */
  readonly scores: Readonly<Record<string, number>>;
  /** Weight of words that name a failing. */
  readonly failing: number;
  /** Weight of each type by the lexicons alone. */
  readonly raw: Readonly<Record<string, number>>;
}

/** Weight of one list: each wording counts once, later ones less, the beginning of a text a little more. */
const weigh = (scan: Scan, list: string): { total: number; failing: number } => {
  const seen = new Set<string>();
  let [total, failing] = [0, 0];
  const reach = Math.max(60, scan.view.codes.length);
  for (const hit of scan.hits(list)) {
    const words = scan.view.text.slice(hit.start, Math.min(hit.end, hit.start + 24));
    if (seen.has(words)) continue;
    seen.add(words);
    const place = 1.1 - 0.2 * (hit.start / reach);
    const worth = hit.weight === 3 ? 2.4 : hit.weight === 2 ? 1.3 : 0.5;
    const stands = hit.weight < 3 || standingOf(scan, hit) !== 'mentioned';
    const factor = stands ? 1 : 0.4;
    total += (worth * place * factor) / (1 + 0.22 * (seen.size - 1));
    if (hit.weight === 3) failing += 1;
  }
  return { total, failing };
};

/**
 * Scores the complaint types by the words of the lexicons.
 *
 * @param types the pack's types; those without a lexicon can only be chosen by staff
 */
export const readType = (scan: Scan, types: readonly string[]): TypeReading => {
  const raw = new Map<string, number>();
  let failing = 0;
  for (const type of types) {
    if (type === 'other') continue;
    const weight = weigh(scan, `type.${type}`);
    raw.set(type, weight.total);
    failing += weight.failing;
  }
  raw.set('other', 0.3 + weigh(scan, 'type.other').total);
  const sum = [...raw.values()].reduce((total, one) => total + one, 0);
  const scores: Record<string, number> = {};
  for (const type of types) scores[type] = Math.round(((raw.get(type) ?? 0) / sum) * 1000) / 1000;
  const best = types.reduce(
    (top, type) => ((raw.get(type) ?? 0) > (raw.get(top) ?? 0) ? type : top),
    types.includes('other') ? 'other' : (types[0] ?? 'other'),
  );
  return { type: best, scores, failing, raw: Object.fromEntries(raw) };
};
