import type { Statement } from '../../complaint/commands.ts';
import { mergeEvidenced } from '../../complaint/facts.ts';
import type { DetailName, Details, Understanding } from '../../triage/understanding.ts';
import type { FiledProposal, Told } from '../state.ts';
import type { TextItem } from './so-far.ts';
import { addsMore, changesMind, hasWords } from './words.ts';

/** A text of the talk as the file keeps it: word for word, with its files, and the prompt when a model read along. */
export const statementOf = (item: TextItem, { promptHash }: Understanding): Statement => ({
  id: item.messageId,
  text: item.text,
  at: item.at,
  files: item.files,
  ...(promptHash === undefined ? {} : { promptHash }),
});

/** All words of the texts, joined as the understanding saw them. */
export const wordsOf = (texts: readonly TextItem[]): string => texts.map((item) => item.text).join('\n');

const isKnown = (details: Details, name: DetailName): boolean => (details[name] ?? '').trim() !== '';

const joined = (known: string | undefined, more: string): string => {
  if (!known) return more;
  if (known.includes(more)) return known;
  if (/\p{Script=Han}/u.test(known)) return `${known}${/\p{P}$/u.test(known) ? '' : '；'}${more}`;
  return `${known}${/\p{P}$/u.test(known) ? ' ' : '; '}${more}`;
};

const longestWish = 200;

/** A wish grows with what is added to it; a change of mind replaces it. */
const wishFrom = (known: Details, said: Details, replacing: boolean): Details => {
  if (said.wanted === undefined) return {};
  const both = replacing ? said.wanted : joined(known.wanted, said.wanted);
  return { wanted: both.length > longestWish ? said.wanted : both };
};

/**
 * Adds details said later: the first value of a detail stays, what happened grows, and so does the wish.
 * In a correction the later value wins, since that is what correcting means; a change of mind corrects as well.
 */
export const addDetails = (known: Details, said: Details, how: 'adding' | 'correcting' | 'more'): Details => {
  const { narrative, ...rest } = said;
  const kept = how === 'adding' ? { ...rest, ...known } : { ...known, ...rest };
  const wish = wishFrom(known, said, how === 'correcting');
  return {
    ...kept,
    ...wish,
    ...(narrative === undefined ? {} : { narrative: joined(known.narrative, narrative) }),
  };
};

/** How later words change what was told before: added to it, put in its place, or, asked for corrections, a little more. */
const wayOf = (words: string, correcting: boolean): 'adding' | 'correcting' | 'more' => {
  if (changesMind(words)) return 'correcting';
  if (!correcting) return 'adding';
  return addsMore(words) ? 'more' : 'correcting';
};

/** What this turn's texts tell, added to what was told before. */
export const hear = (
  told: Told,
  texts: readonly TextItem[],
  heard: { readonly understanding: Understanding; readonly correcting?: boolean; readonly details?: Details },
): Told => {
  const { facts, evidence } = mergeEvidenced(told, heard.understanding);
  const worst = worseOf(told.proposal, proposalIn(heard.understanding));
  return {
    receivedAt: told.receivedAt,
    statements: [...told.statements, ...texts.map((item) => statementOf(item, heard.understanding))],
    amendments: told.amendments,
    details: addDetails(
      told.details,
      heard.details ?? heard.understanding.details,
      wayOf(wordsOf(texts), heard.correcting ?? false),
    ),
    facts: { ...facts, type: typeOf(told, heard.understanding) },
    evidence,
    ...(worst === undefined ? {} : { proposal: worst }),
  };
};

/** What a model proposed in this turn, ready for the file; none where the rules read alone. */
export const proposalIn = ({ proposal, promptHash }: Understanding): FiledProposal | undefined =>
  proposal === undefined || promptHash === undefined ? undefined : { ...proposal, promptHash };

const worseOf = (
  known: FiledProposal | undefined,
  more: FiledProposal | undefined,
): FiledProposal | undefined =>
  known !== undefined && (more === undefined || known.severity <= more.severity) ? known : more;

/** The type as first read; 'other', and what was read before anything was complained of, gives way to something better. */
const typeOf = (told: Told, understanding: Understanding): string => {
  // What was praised is not what is complained of later.
  if (told.receivedAt === null && understanding.intent === 'praise' && !understanding.isComplaint)
    return 'other';
  const isOpen = told.facts.type === 'other' || (told.receivedAt === null && understanding.type !== 'other');
  return isOpen ? understanding.type : told.facts.type;
};

/** Whether the needed detail was told, in whatever form. */
export const isTold = (told: Told, name: DetailName): boolean =>
  isKnown(told.details, name) || (name === 'wanted' && told.facts.wants.length > 0);

/** Whether the texts hold anything to read. */
export const hasText = (texts: readonly TextItem[]): boolean => texts.some((item) => hasWords(item.text));
