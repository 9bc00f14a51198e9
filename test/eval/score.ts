import type { Understanding } from '../../src/triage/understanding.ts';
import type { Labelled } from './corpus.ts';

/** Counts of one yes-or-no decision. */
export interface Score {
  readonly name: string;
  readonly right: number;
  readonly extra: number;
  readonly missed: number;
}

/** Precision, recall and F1 of counts; 1 where there was nothing to find and nothing was found. */
export const rates = ({ right, extra, missed }: Score) => {
  const precision = right + extra === 0 ? 1 : right / (right + extra);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
};

/** One text with its labels and what was read. */
export interface Judged {
  readonly row: Labelled;
  readonly read: Understanding;
}

type Picks = (one: Judged) => { readonly wanted: readonly string[]; readonly got: readonly string[] };

const flag = (
  name: string,
  wanted: (row: Labelled) => boolean,
  got: (read: Understanding) => boolean,
): [string, Picks] => [
  name,
  ({ row, read }) => ({ wanted: wanted(row) ? [name] : [], got: got(read) ? [name] : [] }),
];
const list = (
  name: string,
  wanted: (row: Labelled) => readonly string[],
  got: (read: Understanding) => readonly string[],
): [string, Picks] => [name, ({ row, read }) => ({ wanted: wanted(row), got: [...new Set(got(read))] })];

const money = (value: number, currency: string): string => `${value} ${currency}`;

/** Every decision that is counted, with how to read it from labels and from an understanding. */
export const decisions: readonly (readonly [string, Picks])[] = [
  flag(
    'media',
    (row) => row.media,
    ({ facts }) => facts.media,
  ),
  flag(
    'legal',
    (row) => row.legal,
    ({ facts }) => facts.legal,
  ),
  flag(
    'regulator',
    (row) => row.regulator,
    ({ facts }) => facts.regulator,
  ),
  flag(
    'safety (any)',
    (row) => row.safety > 0,
    ({ facts }) => facts.safety > 0,
  ),
  flag(
    'safety (2)',
    (row) => row.safety === 2,
    ({ facts }) => facts.safety === 2,
  ),
  flag(
    'collective',
    (row) => row.collective,
    ({ facts }) => facts.collective,
  ),
  flag(
    'repeat',
    (row) => row.repeat,
    ({ facts }) => facts.repeat,
  ),
  flag(
    'angry',
    (row) => row.angry,
    ({ facts }) => facts.emotion === 'angry',
  ),
  list(
    'affected',
    (row) => (row.affected === null ? [] : [`${row.affected} ${row.affected_unit}`]),
    ({ facts }) =>
      facts.households !== null
        ? [`${facts.households} households`]
        : facts.people !== null
          ? [`${facts.people} people`]
          : [],
  ),
  list(
    'wants',
    (row) => row.wants,
    ({ facts }) => facts.wants,
  ),
  list(
    'amounts',
    (row) => row.amounts.map((one) => money(one.value, one.currency)),
    ({ amounts }) => amounts.map(({ value }) => money(value.amountMinor / 100, value.currency)),
  ),
  list(
    'phones',
    (row) => row.phones,
    ({ phones }) => phones.map(({ value }) => value),
  ),
  list(
    'emails',
    (row) => row.emails,
    ({ emails }) => emails.map(({ value }) => value),
  ),
  list(
    'orders',
    (row) => row.orders,
    ({ orders }) => orders.map(({ value }) => value),
  ),
  list(
    'names',
    (row) => row.names,
    ({ names }) => names.map(({ value }) => value),
  ),
];

/** Counts one decision over all texts; `wrong` hears of every text it got wrong. */
export const scoreOf = (
  [name, picks]: readonly [string, Picks],
  judged: readonly Judged[],
  wrong: (one: Judged, what: string) => void = () => {},
): Score => {
  let [right, extra, missed] = [0, 0, 0];
  for (const one of judged) {
    const { wanted, got } = picks(one);
    const hit = wanted.filter((value) => got.includes(value)).length;
    right += hit;
    extra += got.length - hit;
    missed += wanted.length - hit;
    if (hit < wanted.length || hit < got.length)
      wrong(one, `${name}: wanted [${wanted.join('; ')}] got [${got.join('; ')}]`);
  }
  return { name, right, extra, missed };
};

/** How often each label was read as which. */
export const confusion = (pairs: readonly (readonly [wanted: string, got: string])[]) => {
  const names = [...new Set(pairs.flat())].sort();
  const cells = names.map((wanted) =>
    names.map((got) => pairs.filter(([a, b]) => a === wanted && b === got).length),
  );
  const right = pairs.filter(([a, b]) => a === b).length;
  return { names, cells, accuracy: pairs.length === 0 ? 1 : right / pairs.length };
};
