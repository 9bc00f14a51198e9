import { type Complaint, isClosed } from '../../complaint/state.ts';
import { isWithdrawn } from '../../complaint/withdrawal.ts';
import { everyday } from '../script/everyday.ts';
import { progress } from '../script/progress.ts';
import { nothingTold } from '../state.ts';
import { matterButtons } from './buttons.ts';
import { dateOfReopened, filedComplaint } from './dates.ts';
import { suggest } from './file.ts';
import { goOn, newOf, open } from './intake.ts';
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
import { setAside, startTelling } from './start.ts';
import { hear } from './told.ts';

/** Keeps the texts aside until it is known which file they belong to; the clock they may start is kept too. */
export const hold = (turn: SoFar, texts: readonly TextItem[], complaining: boolean): SoFar => {
  const before = turn.dialog.held ?? nothingTold;
  const told = hear(before, texts, { understanding: turn.input.understanding });
  const receivedAt = told.receivedAt ?? (complaining ? (texts[0]?.at ?? turn.input.now) : null);
  return remember(turn, { held: { ...told, statements: told.statements.slice(-20), receivedAt } });
};

/** Asks whether it is the same matter or a new one. */
export const askMatter = (turn: SoFar, texts: readonly TextItem[], complaint: Complaint): SoFar => {
  const closed = isClosed(complaint);
  const withdrawn = isWithdrawn(complaint);
  const key = withdrawn ? 'withdrawnAsk' : closed ? 'closedAsk' : 'matterAsk';
  const text = everyday(turn.locale, key, { number: complaint.number }, seedOf(turn));
  const asked = say(hold(turn, texts, true), {
    move: 'ask-matter',
    text,
    asks: true,
    apart: true,
    buttons: matterButtons(turn.locale, withdrawn ? 'takeUpLabel' : closed ? 'reopenLabel' : 'sameLabel'),
  });
  return awaitAnswer(asked, { ask: 'matter' });
};

/** What was held goes into the file. */
export const addHeld = (turn: SoFar): SoFar => {
  const { held } = turn.dialog;
  if (!held) return turn;
  const amendments = held.amendments.map(({ statementId, text }) => ({
    type: 'AmendStatement' as const,
    ...byComplainant(turn),
    statementId,
    text,
  }));
  const added = order(
    remember(turn, { held: null }),
    ...held.statements.map((statement, index) => ({
      type: 'AddStatement' as const,
      ...byComplainant(turn),
      statement,
      facts: index === 0 ? held.facts : nothingTold.facts,
      evidence: index === 0 ? held.evidence : {},
      details: index === 0 ? newOf(turn, held.details, statement.text) : {},
    })),
    ...amendments,
  );
  return suggest(added, held.proposal);
};

/** Opens the closed complaint again with the complainant's own reason (ES-3, CL-6). */
export const reopen = (turn: SoFar, reason: string): SoFar => {
  const number = turn.number ?? '';
  const opened = order(turn, { type: 'ReopenComplaint', ...byComplainant(turn), reason });
  const date = dateOfReopened(turn);
  const text = date
    ? progress(turn.locale, 'reopenedBy', { number, date }, seedOf(turn))
    : progress(turn.locale, 'reopened', { number }, seedOf(turn));
  return awaitAnswer(say(addHeld(opened), { move: 'reopened', text, always: true }), null);
};

/** The held words belong to the complaint on file; a closed one is opened again. */
export const sameMatter = (turn: SoFar): SoFar => {
  const complaint = filedComplaint(turn);
  if (complaint && (isClosed(complaint) || isWithdrawn(complaint))) {
    return reopen(turn, turn.dialog.held?.statements.map(({ text }) => text).join('\n') ?? '');
  }
  const text = everyday(turn.locale, 'added', { number: turn.number ?? '' }, seedOf(turn));
  return awaitAnswer(say(addHeld(turn), { move: 'added', text }), null);
};

/** The held words begin a complaint of their own. */
export const newMatter = (turn: SoFar): SoFar => {
  const text = everyday(turn.locale, 'newMatter', {}, seedOf(turn));
  const held = turn.dialog.held;
  if (!held) return startTelling(turn);
  const opened = open(setAside(turn), held);
  return goOn(say(opened, { move: 'new-matter', text }));
};
