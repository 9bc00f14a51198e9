import type { Complaint } from '../../complaint/state.ts';
import { legalRoutes } from '../../policy/final-response.ts';
import { everyday } from '../script/everyday.ts';
import type { Reply } from '../talk.ts';
import { filedComplaint, higherDateOfFiled } from './dates.ts';
import { addToFile } from './intake.ts';
import { hold } from './matter.ts';
import {
  awaitAnswer,
  byComplainant,
  order,
  remember,
  type SoFar,
  say,
  seedOf,
  type TextItem,
} from './so-far.ts';
import { wordsOf } from './told.ts';
import { isOnly } from './words.ts';

/** Whether our last word on this complaint has been given and stands (S1.14). */
export const answerStands = (complaint: Complaint): boolean => complaint.finalAt !== null;

/** Whether somebody higher has looked at it too: an unhappy answer does not open it once more. */
export const lastWordStands = (complaint: Complaint): boolean =>
  answerStands(complaint) && complaint.reviewed;

const buttonsFor = (complaint: Complaint, turn: SoFar): Reply['buttons'] => {
  const { locale } = turn;
  return [
    { label: everyday(locale, 'newFactsLabel'), style: 'primary', action: { do: 'new-facts' } },
    ...(complaint.reviewed
      ? []
      : [{ label: everyday(locale, 'reviewLabel'), action: { do: 'review' } } as const]),
    { label: everyday(locale, 'otherMatterLabel'), action: { do: 'new-complaint' } },
  ];
};

/** The law's ways first, then our own list. */
const waysOutside = (turn: SoFar): readonly string[] => [
  ...legalRoutes(turn.locale, turn.input.policy),
  ...(turn.input.outside ?? []).map((way) => way[turn.locale]),
];

/**
 * The last word stands, and that is said with what is still open: outside, above us once, and whenever there is something new.
 * The words go into the file all the same: staff see them, and whether they hold something new is not the bot's to judge.
 *
 * @clause S1.14, AP-6
 */
export const tellStanding = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar => {
  const { locale } = turn;
  const seed = seedOf(turn);
  const ways = waysOutside(turn);
  const outside =
    ways.length > 0 ? [[everyday(locale, 'standingWays'), ...ways.map((way) => `· ${way}`)].join('\n')] : [];
  const review = complaint.reviewed ? [] : [everyday(locale, 'standingReview')];
  const text = [everyday(locale, 'standing', { number: complaint.number }, seed), ...outside, ...review];
  const kept = texts.length > 0 ? hold(addToFile(turn, texts, {}), texts, true) : turn;
  const told = say(kept, { move: 'standing', text: text.join('\n'), apart: true, always: true });
  const asked = say(told, {
    move: 'standing',
    text: everyday(locale, 'standingAsk'),
    asks: true,
    apart: true,
    buttons: buttonsFor(complaint, turn),
  });
  return awaitAnswer(asked, { ask: 'standing' });
};

/** Asks what is new. */
export const askNewFacts = (turn: SoFar): SoFar => {
  const text = everyday(turn.locale, 'newFactsAsk', {}, seedOf(turn));
  return awaitAnswer(say(turn, { move: 'ask-new-facts', text, asks: true }), { ask: 'new-facts' });
};

/** Something nobody knew opens it again, in the complainant's words; staff weigh it. */
const takeNewFacts = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const reason = wordsOf(texts).slice(0, 500);
  const opened = order(turn, {
    type: 'ReopenComplaint',
    ...byComplainant(turn),
    reason,
    because: 'new_facts',
  });
  const text = everyday(turn.locale, 'newFactsTaken', { number: turn.number ?? '' }, seedOf(turn));
  const said = say(addToFile(opened, texts, {}), { move: 'reopened', text, always: true });
  return remember(said, { awaiting: null, held: null });
};

/** Somebody higher looks at the last word, once; after that only something new opens it. */
export const review = (turn: SoFar): SoFar => {
  const complaint = filedComplaint(turn);
  if (!complaint) return turn;
  if (complaint.reviewed) return tellStanding(turn, [], complaint);
  const asked = order(
    turn,
    { type: 'ReopenComplaint', ...byComplainant(turn), reason: '', because: 'review' },
    { type: 'RequestHigher', ...byComplainant(turn) },
  );
  const { locale } = turn;
  const date = higherDateOfFiled(turn, complaint);
  const values = { number: complaint.number };
  const text = date
    ? everyday(locale, 'reviewTaken', { ...values, date }, seedOf(turn))
    : everyday(locale, 'higherAsked', values, seedOf(turn));
  return remember(say(asked, { move: 'review', text, always: true }), { awaiting: null, held: null });
};

const newWords =
  /新(?:的|情况|证据|发现|票|材料)|后来|刚刚?(?:发现|收到|知道)|又(?:发现|出现|坏)|当时没|new (?:evidence|fact|receipt|photo|document|information)|since then|just (?:found|learned|received)|did(?:n.?t| not) (?:know|have)|happened again/iu;

/** What the complainant answers to a last word that stands; null when it is neither something new nor a wish for a review. */
export const answerStanding = (turn: SoFar, texts: readonly TextItem[]): SoFar | null => {
  const words = wordsOf(texts).trim();
  const hasFiles = texts.some(({ files }) => files.length > 0);
  if (turn.dialog.awaiting?.ask === 'new-facts')
    return hasFiles || words.length > 4 ? takeNewFacts(turn, texts) : null;
  if (hasFiles || (newWords.test(words) && words.length > 12)) return takeNewFacts(turn, texts);
  if (isOnly('yes', words) || newWords.test(words)) return askNewFacts(turn);
  return null;
};
