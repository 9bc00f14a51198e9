import { type FactEvidence, type FactName, type Facts, noFacts } from '../policy/facts.ts';
import { emotions } from '../terms.ts';
import type { Details } from '../triage/understanding.ts';

const largest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

/** What the complainant's words say: flags stay once said, counts only grow. */
const mergeSaid = (known: Facts, said: Facts) => ({
  media: known.media || said.media,
  published: known.published || said.published,
  reputation: known.reputation || said.reputation,
  legal: known.legal || said.legal,
  groupSuit: known.groupSuit || said.groupSuit,
  regulator: known.regulator || said.regulator,
  regulatorActs: (known.regulatorActs ?? false) || (said.regulatorActs ?? false),
  safety: known.safety > said.safety ? known.safety : said.safety,
  people: largest(known.people, said.people),
  households: largest(known.households, said.households),
  collective: known.collective || said.collective,
  demonstration: known.demonstration || said.demonstration,
  repeat: known.repeat || said.repeat,
  bribe: known.bribe || said.bribe,
  deceit: known.deceit || said.deceit,
  leak: known.leak || said.leak,
  retaliation: known.retaliation || said.retaliation,
  vulnerable: known.vulnerable || said.vulnerable,
  supplier: known.supplier || said.supplier,
  passedDown: (known.passedDown ?? false) || (said.passedDown ?? false),
  wantsHigher: known.wantsHigher || said.wantsHigher,
  emotion: emotions.indexOf(known.emotion) > emotions.indexOf(said.emotion) ? known.emotion : said.emotion,
  wants: [...new Set([...known.wants, ...said.wants])],
  amountMinor: largest(known.amountMinor, said.amountMinor),
});

/**
 * Adds what was said later to what is known: a later word never takes a risk back (DI-7).
 * A type once read stays; only 'other' gives way. Every fact is named, so that the compiler misses a forgotten one.
 */
export const mergeFacts = (known: Facts, said: Facts): Required<Facts> => ({
  ...mergeSaid(known, said),
  sameComplainants: Math.max(known.sameComplainants, said.sameComplainants),
  repeatsAfterHandling: Math.max(known.repeatsAfterHandling, said.repeatsAfterHandling),
  unresolvedDays: Math.max(known.unresolvedDays, said.unresolvedDays),
  reopenings: Math.max(known.reopenings, said.reopenings),
  departments: Math.max(known.departments, said.departments),
  type: known.type === 'other' ? said.type : known.type,
  complainantKind: known.complainantKind === 'consumer' ? said.complainantKind : known.complainantKind,
});

/** One source of facts with the words they were read from. */
export interface Evidenced {
  readonly facts: Facts;
  readonly evidence: FactEvidence;
}

const isFactName = (name: string): name is FactName => name in noFacts;

/** Facts and their words together: the words that first showed a fact stay, unless later ones raised it. */
export const mergeEvidenced = (known: Evidenced, said: Evidenced): Evidenced => {
  const facts = mergeFacts(known.facts, said.facts);
  const evidence: Partial<Record<FactName, string>> = { ...said.evidence };
  for (const name of Object.keys(known.evidence).filter(isFactName)) {
    const raised = String(facts[name]) !== String(known.facts[name]);
    evidence[name] = (raised ? said.evidence[name] : undefined) ?? known.evidence[name] ?? '';
  }
  return { facts, evidence };
};

/** Details told later replace earlier ones (a new phone number), except what happened: that is told once and added to. */
export const mergeDetails = (known: Details, said: Details): Details => ({
  ...known,
  ...said,
  ...(known.narrative === undefined ? {} : { narrative: known.narrative }),
});
