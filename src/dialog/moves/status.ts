import { type Complaint, isClosed } from '../../complaint/state.ts';
import { isWithdrawn } from '../../complaint/withdrawal.ts';
import type { Deadline } from '../../policy/deadlines.ts';
import { isBefore } from '../../policy/time.ts';
import { everyday } from '../script/everyday.ts';
import { progress } from '../script/progress.ts';
import { fileButtons } from './buttons.ts';
import { filedComplaint, spell } from './dates.ts';
import { type SoFar, say, seedOf } from './so-far.ts';

const told = ['higher', 'first_reply', 'update', 'solution', 'remedy', 'follow_up'] as const;
type ToldClock = (typeof told)[number];
const isTold = (clock: string): clock is ToldClock => told.some((one) => one === clock);

/** The stage and who holds it, by role and never by name (DI-4). */
const stageLine = (turn: SoFar, complaint: Complaint): string => {
  const { locale } = turn;
  if (isWithdrawn(complaint)) return progress(locale, 'withdrawn', { number: complaint.number });
  const who = progress(locale, 'handler');
  const key = complaint.stage === 'received' && complaint.handler !== null ? 'receivedHeld' : complaint.stage;
  return progress(locale, key, { number: complaint.number, who, other: complaint.mergedInto ?? '' });
};

const dateLine = (turn: SoFar, one: Deadline): string | null => {
  const values = { date: spell(turn, one.dueAt) };
  if (one.ledger === 'legal') return progress(turn.locale, 'legal', values);
  return isTold(one.clock) ? progress(turn.locale, one.clock, values) : null;
};

/** The next date that binds us; an overdue one is owned up to, never hidden (S0.13). */
const nextDates = (turn: SoFar): readonly string[] => {
  const open = turn.input.deadlines.filter(
    (one) => one.metAt === null && (isTold(one.clock) || one.ledger === 'legal'),
  );
  const ahead = open.filter((one) => isBefore(turn.input.now, one.dueAt));
  const late = open.find((one) => !isBefore(turn.input.now, one.dueAt) && one.clock !== 'follow_up');
  const house = ahead.find((one) => one.ledger === 'house');
  const legal = ahead.find((one) => one.ledger === 'legal');
  return [
    ...(late ? [progress(turn.locale, 'overdue', { date: spell(turn, late.dueAt) })] : []),
    ...[house, legal].flatMap((one) => (one ? (dateLine(turn, one) ?? []) : [])),
  ];
};

const datesAbove = (turn: SoFar): readonly string[] =>
  turn.input.deadlines.filter(({ clock }) => clock === 'higher').flatMap((one) => dateLine(turn, one) ?? []);

/** Status at any time: stage, who holds it, the next date (DI-4). */
export const tellStatus = (turn: SoFar): SoFar => {
  const { locale } = turn;
  const complaint = filedComplaint(turn);
  if (!complaint) {
    const key = turn.dialog.intake && turn.dialog.intake.statements.length > 0 ? 'intakeOpen' : null;
    const text = key ? progress(locale, key) : everyday(locale, 'noComplaint', {}, seedOf(turn));
    return say(turn, { move: 'status', text, always: true });
  }
  const dates = nextDates(turn);
  // The date of an answer from above says already that it has gone there.
  const told = datesAbove(turn).some((date) => dates.includes(date));
  const escalated =
    complaint.escalation && !told && !isClosed(complaint) && !isWithdrawn(complaint)
      ? [progress(locale, 'escalated', { who: progress(locale, 'senior') })]
      : [];
  const lines = [stageLine(turn, complaint), ...escalated, ...dates];
  return say(turn, {
    move: 'status',
    text: lines.join(locale === 'zh-CN' ? '' : ' '),
    always: true,
    buttons: fileButtons(locale).filter((button) => button.action.do !== 'status'),
  });
};
