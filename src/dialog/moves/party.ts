import { type Complaint, isClosed } from '../../complaint/state.ts';
import { readPeople } from '../../triage/name-list.ts';
import { everyday } from '../script/everyday.ts';
import { others } from '../script/others.ts';
import type { Reply } from '../talk.ts';
import { filedComplaint } from './dates.ts';
import { courtesy } from './idle.ts';
import { addToFile } from './intake.ts';
import { addHeld } from './matter.ts';
import { asksPerson, callPerson, goHigher } from './person.ts';
import {
  awaitAnswer,
  byComplainant,
  contactOf,
  order,
  type SoFar,
  say,
  seedOf,
  type TextItem,
} from './so-far.ts';
import { tellStatus } from './status.ts';
import { wordsOf } from './told.ts';
import { isChasing, isOnly, namesHigher } from './words.ts';

/** Whether this talk's person shares somebody else's complaint, and is not the one who brought it (IN-13). */
export const isParty = (turn: SoFar): boolean => {
  const complaint = filedComplaint(turn);
  return complaint !== null && complaint.complainant.id !== turn.input.talk.complainantId;
};

/** Whether the others chose this name to speak for them. */
const speaksFor = ({ parties }: Complaint, name: string): boolean =>
  parties.some((party) => party.speaks === true && party.name === name);

/** The name they join under, and what they say besides; unnamed is as welcome. */
const join = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar => {
  const words = wordsOf(texts).trim();
  const [person] = isOnly('skip', words) ? [] : readPeople(words).people;
  const { name = '', household = '' } = person ?? {};
  const joined = order(turn, {
    type: 'JoinComplaint',
    at: turn.input.now,
    by: { kind: 'system' },
    id: turn.input.talk.complainantId,
    name,
    household,
    contact: contactOf(turn),
  });
  const more = texts.filter(({ text, files }) => files.length > 0 || text.trim().length > 30);
  const { locale } = turn;
  const values = { number: complaint.number };
  const speaks = speaksFor(complaint, name);
  const lines = [
    others(locale, 'joined', values, seedOf(turn)),
    others(locale, speaks ? 'joinedSpeaks' : 'joinedOther'),
  ];
  const text = lines.join(locale === 'zh-CN' ? '' : ' ');
  return awaitAnswer(say(addToFile(addHeld(joined), more, {}), { move: 'joined', text, always: true }), null);
};

const leaveButtons = (turn: SoFar): Reply['buttons'] => [
  { label: others(turn.locale, 'leaveLabel'), style: 'danger', action: { do: 'leave' } },
  { label: others(turn.locale, 'stayLabel'), style: 'primary', action: { do: 'stay' } },
];

const askLeave = (turn: SoFar, number: string): SoFar => {
  const text = others(turn.locale, 'leaveAsk', { number }, seedOf(turn));
  const asked = say(turn, { move: 'ask-leave', text, asks: true, always: true, buttons: leaveButtons(turn) });
  return awaitAnswer(asked, { ask: 'leave' });
};

/** They are no longer one of those who complain together; the others go on. */
export const leave = (turn: SoFar): SoFar => {
  const done = order(turn, { type: 'LeaveComplaint', ...byComplainant(turn) });
  const text = others(turn.locale, 'left', { number: turn.number ?? '' }, seedOf(turn));
  return awaitAnswer({ ...say(done, { move: 'left', text, always: true }), number: null }, null);
};

/** They stay. */
export const stay = (turn: SoFar): SoFar => {
  const text = everyday(turn.locale, 'fine', {}, seedOf(turn));
  return awaitAnswer(say(turn, { move: 'fine', text, always: true }), null);
};

const wantsOut = (turn: SoFar, words: string): boolean =>
  turn.input.understanding.intent === 'withdrawal' ||
  /^\s*我?(?:想要?|要|打算)?退出|^\s*(?:i(?:.d like| want| wish) to )?leave\b/iu.test(words);

const answerLeave = (turn: SoFar, words: string): SoFar | null => {
  if (turn.dialog.awaiting?.ask !== 'leave') return null;
  const { yesNo } = turn.input.understanding;
  if (isOnly('yes', words) || yesNo === 'yes') return leave(turn);
  return isOnly('no', words) || yesNo === 'no' ? stay(turn) : null;
};

/**
 * Words of one who shares a complaint: added to it, with news and a person whenever they ask.
 * What ends or decides the complaint is for those who speak for all.
 */
export const hearParty = (turn: SoFar, texts: readonly TextItem[]): SoFar => {
  const complaint = filedComplaint(turn);
  if (!complaint) return turn;
  const words = wordsOf(texts);
  if (turn.dialog.awaiting?.ask === 'join') return join(turn, texts, complaint);
  const answered = answerLeave(turn, words);
  if (answered) return answered;
  const free = awaitAnswer(turn, null);
  if (wantsOut(turn, words)) return askLeave(free, complaint.number);
  const { intent } = turn.input.understanding;
  if (isOnly('status', words) || intent === 'status' || isChasing(words)) return tellStatus(free);
  if (!isClosed(complaint)) {
    if (isOnly('higher', words) || (asksPerson(turn, texts) && namesHigher(words)))
      return goHigher(free, texts);
    if (asksPerson(turn, texts)) return callPerson(free, texts);
  }
  const polite = texts.some(({ files }) => files.length > 0) ? null : courtesy(free, words);
  if (polite) return polite;
  const text = everyday(turn.locale, 'added', { number: complaint.number }, seedOf(turn));
  // One of them never changes what the others have told: their words are added, and read as words.
  return say(addToFile(free, texts, {}), { move: 'added', text });
};
