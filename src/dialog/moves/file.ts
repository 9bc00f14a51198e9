import type { Command, Complainant } from '../../complaint/commands.ts';
import { assess } from '../../policy/severity.ts';
import type { Instant } from '../../terms.ts';
import { filing } from '../script/filing.ts';
import { type FiledProposal, type Intake, newIntake, type Told } from '../state.ts';
import { fileButtons } from './buttons.ts';
import { datesOfNew, higherDateOfNew, type PromisedDates } from './dates.ts';
import { higherWords } from './higher.ts';
import { giveCodes, partiesCommand } from './others.ts';
import {
  awaitAnswer,
  byComplainant,
  contactOf,
  order,
  othersOf,
  remember,
  type SoFar,
  say,
  seedOf,
  withIntake,
} from './so-far.ts';
import { summaryOf } from './summary.ts';

/** Who complains, as far as they wished to tell (IN-13). */
export const complainantOf = (turn: SoFar, intake: Intake): Complainant => {
  const { name, phone, email } = intake.details;
  return {
    id: turn.input.talk.complainantId,
    kind: intake.facts.complainantKind,
    ...(name === undefined || intake.anonymous ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(intake.anonymous ? { anonymous: true } : {}),
    ...(intake.onBehalfOf === null ? {} : { onBehalfOf: intake.onBehalfOf }),
    ...(othersOf(intake).consent === null ? {} : { consent: othersOf(intake).consent ?? 'not_agreed' }),
  };
};

const receivedAtOf = (turn: SoFar, told: Told): Instant =>
  told.receivedAt ?? told.statements[0]?.at ?? turn.input.now;

/** How a complaint enters the register. */
export interface Filing {
  readonly intake: 'complete' | 'incomplete';
  readonly nature?: 'complaint' | 'enquiry';
  /** Filed by the clock, not by the complainant (IN-11). */
  readonly bySystem?: boolean;
}

/** Whether the number reserved for this turn is used. */
export const hasFiled = (turn: SoFar): boolean =>
  turn.commands.some(({ type }) => type === 'ReceiveComplaint');

/**
 * Puts the open intake into the register under the reserved number; the intake then carries that number.
 * A turn files once: what else could be filed stays open and is filed in the next.
 */
export const receive = (turn: SoFar, filed: Filing): SoFar => {
  if (hasFiled(turn)) return turn;
  const intake = turn.dialog.intake ?? newIntake();
  const number = turn.input.nextNumber;
  const given = byComplainant(turn);
  const amendments = intake.amendments.map(({ statementId, text }) => ({
    type: 'AmendStatement' as const,
    ...given,
    statementId,
    text,
  }));
  const received: Command = {
    type: 'ReceiveComplaint',
    at: given.at,
    by: filed.bySystem ? { kind: 'system' } : given.by,
    number,
    receivedAt: receivedAtOf(turn, intake),
    nature: filed.nature ?? 'complaint',
    intake: filed.intake,
    source: 'chat',
    contact: contactOf(turn),
    complainant: complainantOf(turn, intake),
    statements: intake.statements,
    summary: summaryOf(intake, turn.locale),
    details: intake.details,
    facts: intake.facts,
    evidence: intake.evidence,
  };
  const done = suggest(
    order(turn, received, ...amendments, ...partiesCommand(turn, intake)),
    intake.proposal,
  );
  return withIntake({ ...remember(done, { intake, held: null }), number }, { number });
};

/** Puts a model's proposal into the file, for a person to follow or not: by itself it changes nothing (TR-2). */
export const suggest = (turn: SoFar, proposal: FiledProposal | undefined): SoFar =>
  proposal === undefined
    ? turn
    : order(turn, { type: 'SuggestGrade', at: turn.input.now, by: { kind: 'system' }, ...proposal });

/** The dates that the receipt of the open intake names. */
export const intakeDates = (turn: SoFar, intake: Intake): PromisedDates =>
  datesOfNew(turn, receivedAtOf(turn, intake), assess(intake.facts, intake.evidence, turn.input.policy));

/** Whether the rules say that this cannot wait for the end of the talk: level 1 or 2, or danger (IN-10, IN-14). */
export const cannotWait = (turn: SoFar, told: Told): boolean =>
  told.facts.safety === 2 || assess(told.facts, told.evidence, turn.input.policy).severity <= 2;

/** Files at once and says that a responsible person is being called in (IN-10). */
export const fileAtOnce = (turn: SoFar): SoFar => {
  const filed = receive(turn, { intake: 'incomplete' });
  const intake = filed.dialog.intake ?? newIntake();
  const { firstReply } = intakeDates(turn, intake);
  const number = filed.number ?? '';
  const text = firstReply
    ? filing(turn.locale, 'calledIn', { number, date: firstReply }, seedOf(turn))
    : filing(turn.locale, 'calledInUndated', { number }, seedOf(turn));
  return say(filed, { move: 'called-in', text, apart: true, always: true });
};

const receiptWords = (turn: SoFar, first: string, dates: PromisedDates): string => {
  const { locale } = turn;
  const seed = seedOf(turn);
  const next = dates.firstReply
    ? filing(locale, 'next', { date: dates.firstReply }, seed)
    : filing(locale, 'nextUndated', {}, seed);
  const legal = dates.legal ? [filing(locale, 'legal', { date: dates.legal }, seed)] : [];
  return [first, [next, ...legal].join(locale === 'zh-CN' ? '' : ' '), filing(locale, 'ways', {}, seed)].join(
    '\n',
  );
};

/** The receipt: number, what happens next, by when, how to ask, how to go higher (IN-10). Ends the intake. */
export const giveReceipt = (turn: SoFar, key: 'receipt' | 'receiptKnown' | 'enquiryReceipt'): SoFar => {
  const intake = turn.dialog.intake ?? newIntake();
  const first = filing(turn.locale, key, { number: turn.number ?? '' }, seedOf(turn));
  const thanks = filing(turn.locale, 'thanks', {}, seedOf(turn));
  const said = say(turn, {
    move: 'receipt',
    text: `${receiptWords(turn, first, intakeDates(turn, intake))}\n${thanks}`,
    apart: true,
    always: true,
    buttons: fileButtons(turn.locale),
  });
  return awaitAnswer(remember(giveCodes(said, intake), { intake: null }), null);
};

/** Who asked for someone higher while telling it gets what they asked for with the receipt (ES-3). */
const sendHigher = (turn: SoFar, intake: Intake): SoFar => {
  const asked = order(turn, { type: 'RequestHigher', ...byComplainant(turn) });
  const assessment = assess(intake.facts, intake.evidence, turn.input.policy);
  const text = higherWords(turn, higherDateOfNew(turn, receivedAtOf(turn, intake), assessment));
  return say(asked, { move: 'receipt', text, apart: true, always: true });
};

/** The complainant confirmed: the file is complete and the receipt is given in the same turn. */
export const complete = (turn: SoFar): SoFar => {
  const { intake } = turn.dialog;
  if (!intake) return turn;
  if (intake.number === null) {
    const filed = receive(turn, { intake: 'complete' });
    return intake.facts.wantsHigher
      ? sendHigher(giveReceipt(filed, 'receipt'), intake)
      : giveReceipt(filed, 'receipt');
  }
  const done = order(turn, {
    type: 'CompleteIntake',
    ...byComplainant(turn),
    summary: summaryOf(intake, turn.locale),
    details: intake.details,
    facts: intake.facts,
    evidence: intake.evidence,
    complainant: complainantOf(turn, intake),
  });
  return giveReceipt({ ...done, number: intake.number }, 'receiptKnown');
};
