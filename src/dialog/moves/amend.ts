import type { Instant } from '../../terms.ts';
import type { Amendment, Told } from '../state.ts';
import { byComplainant, order, remember, type SoFar, withIntake } from './so-far.ts';

const holds = (told: Told | null, id: string): told is Told =>
  told?.statements.some((statement) => statement.id === id) ?? false;

/** A message was changed or deleted: the former words stay, and staff see both (IN-8). Says nothing. */
export const amend = (
  turn: SoFar,
  statementId: string,
  change: { text: string | null; at: Instant },
): SoFar => {
  const { intake, held } = turn.dialog;
  const onFile = turn.input.complaint?.statements.some((one) => one.id === statementId) ?? false;
  if (onFile || (intake?.number != null && holds(intake, statementId))) {
    return order(turn, { type: 'AmendStatement', ...byComplainant(turn), statementId, text: change.text });
  }
  const amendment: Amendment = { statementId, ...change };
  if (holds(intake, statementId)) return withIntake(turn, { amendments: [...intake.amendments, amendment] });
  if (!holds(held, statementId)) return turn;
  return remember(turn, { held: { ...held, amendments: [...held.amendments, amendment] } });
};
