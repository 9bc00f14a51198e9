import { unreachable } from '../faults.ts';
import { minutesBetween } from '../policy/time.ts';
import { amend } from './moves/amend.ts';
import { compose } from './moves/compose.ts';
import { takeContact } from './moves/contact.ts';
import { isHeld } from './moves/filed.ts';
import { greet, help, introduce } from './moves/greet.ts';
import { localeOf, switchTo } from './moves/language.ts';
import { press } from './moves/press.ts';
import { fallSilent, wakeAt } from './moves/silence.ts';
import { type SoFar, textsOf } from './moves/so-far.ts';
import { hearSpeech } from './moves/speech.ts';
import { startTelling } from './moves/start.ts';
import { tellStatus } from './moves/status.ts';
import type { DialogState } from './state.ts';
import type { TalkItem, TurnInput, TurnResult } from './talk.ts';

type OtherItem = Exclude<TalkItem, { kind: 'text' }>;

/** Words held longer than this are no longer the beginning of what comes now. */
const heldMinutes = 60;

const remembered = (input: TurnInput): DialogState => {
  const { dialog } = input.talk;
  const last = dialog.held?.statements.at(-1)?.at;
  const stale = last !== undefined && minutesBetween(last, input.now) > heldMinutes;
  return { ...dialog, turn: dialog.turn + 1, held: stale ? null : dialog.held };
};

const begin = (input: TurnInput): SoFar => ({
  input,
  locale: localeOf(input),
  dialog: remembered(input),
  number: input.complaint?.number ?? input.talk.complaint,
  commands: [],
  parts: [],
  codes: [],
});

const obey = (turn: SoFar, name: 'start' | 'new' | 'status' | 'help'): SoFar => {
  switch (name) {
    case 'start':
      return greet(turn);
    case 'new':
      return startTelling(turn);
    case 'status':
      return tellStatus(turn);
    case 'help':
      return help(turn);
  }
};

const take = (turn: SoFar, item: OtherItem): SoFar => {
  switch (item.kind) {
    case 'press':
      return press(turn, item.action);
    case 'edit':
      return amend(turn, item.messageId, { text: item.text, at: item.at });
    case 'deletion':
      return amend(turn, item.messageId, { text: null, at: item.at });
    case 'command':
      return obey(turn, item.name);
    case 'contact':
      return takeContact(turn, item);
    case 'silence':
      return fallSilent(turn);
    default:
      return unreachable(item);
  }
};

const hear = (turn: SoFar): SoFar => {
  const texts = textsOf(turn);
  return texts.length === 0 ? turn : hearSpeech(turn, texts);
};

const speakLanguage = (turn: SoFar): SoFar => {
  const wanted = turn.input.understanding.switchTo;
  return wanted ? switchTo(turn, wanted) : turn;
};

/**
 * One turn of a talk: what the complainant did, in; commands for the file and one answer, out.
 * Pure: the same input gives the same words. Never throws for anything a complainant can write.
 *
 * @clause IN-6 a burst is one turn, DI-2 one question, DI-3 quiet while a person holds the talk
 */
export const takeTurn = (input: TurnInput): TurnResult => {
  const others = input.items.filter((item) => item.kind !== 'text');
  const spoken = hear(others.reduce(take, speakLanguage(begin(input))));
  const turn = spoken.parts.length > 0 && !isHeld(input.complaint) ? introduce(spoken) : spoken;
  const replies = compose(turn);
  return {
    dialog: { ...turn.dialog, lastMove: replies.at(-1)?.move ?? turn.dialog.lastMove },
    locale: turn.locale,
    complaint: turn.number,
    commands: turn.commands,
    replies,
    codes: turn.codes,
    silenceAt: wakeAt(turn),
  };
};
