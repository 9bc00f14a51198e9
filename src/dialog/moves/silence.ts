import { silenceMinutes } from '../../policy/intake.ts';
import { addMinutes } from '../../policy/time.ts';
import type { Instant } from '../../terms.ts';
import { filing } from '../script/filing.ts';
import { intakeDates, receive } from './file.ts';
import { remember, type SoFar, say, seedOf, withIntake } from './so-far.ts';

/** The complainant fell silent in mid-intake: what was told is filed as it is, not dropped (IN-11). */
export const fallSilent = (turn: SoFar): SoFar => {
  const { intake } = turn.dialog;
  if (!intake || intake.silent) return turn;
  if (intake.statements.length === 0) return remember(turn, { intake: null, awaiting: null });
  if (intake.number !== null) return withIntake(turn, { silent: true });
  const filed = withIntake(receive(turn, { intake: 'incomplete', bySystem: true }), { silent: true });
  const { locale } = turn;
  const seed = seedOf(turn);
  const { firstReply } = intakeDates(turn, intake);
  const words = [
    filing(locale, 'silence', { number: filed.number ?? '' }, seed),
    firstReply ? filing(locale, 'next', { date: firstReply }, seed) : filing(locale, 'nextUndated', {}, seed),
    filing(locale, 'continueAnyTime', {}, seed),
  ];
  const text = words.join(locale === 'zh-CN' ? '' : ' ');
  return say(filed, { move: 'silence-filed', text, always: true });
};

/** When silence shall wake the dialog; null when no intake waits for words. */
export const wakeAt = (turn: SoFar): Instant | null => {
  const { intake } = turn.dialog;
  if (!intake || intake.silent) return null;
  return addMinutes(turn.input.now, silenceMinutes(turn.input.policy));
};
