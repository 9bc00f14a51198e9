import type { Command } from '../../complaint/commands.ts';
import { invariant } from '../../faults.ts';
import { parseMoney } from '../../policy/money.ts';
import type { RemedyKind, Severity } from '../../terms.ts';
import { remedyKinds, severities } from '../../terms.ts';
import { checkReply } from '../guard/check.ts';
import { pressedAround } from './press-around.ts';
import {
  given,
  type Press,
  type PressResult,
  problem,
  read,
  readDays,
  withReason,
  worded,
} from './pressing.ts';

const regrade = (press: Press): PressResult => {
  const severity = severities.find((level): level is Severity => String(level) === read(press, 'severity'));
  if (severity === undefined) return problem('facts-missing');
  return withReason(press, 'reason', (reason) => ({ type: 'Regrade', ...given(press), severity, reason }));
};

const purposes = ['reply', 'question', 'update'] as const;

const reply = (press: Press): PressResult => {
  const text = read(press, 'text');
  const purpose = purposes.find((name) => name === read(press, 'purpose')) ?? 'reply';
  if (text === '') return problem('facts-missing');
  const violations = checkReply(text, { by: 'staff', ...press.covered });
  return {
    command: { type: 'DraftReply', ...given(press), replyId: press.newId, purpose, text, violations },
  };
};

const outcomes = ['upheld', 'partly_upheld', 'not_upheld'] as const;

const finding = (press: Press): PressResult => {
  const outcome = outcomes.find((name) => name === read(press, 'outcome'));
  const [department, cause, text] = [read(press, 'department'), read(press, 'cause'), read(press, 'text')];
  if (!outcome || text === '' || department === '') return problem('facts-missing');
  const valid = read(press, 'valid') !== 'no';
  return { command: { type: 'RecordFinding', ...given(press), outcome, valid, department, cause, text } };
};

const proposeRemedy = (press: Press): PressResult => {
  const kind = remedyKinds.find((name): name is RemedyKind => name === read(press, 'kind'));
  const text = read(press, 'text');
  const withinDays = readDays(press);
  if (!kind || text === '') return problem('facts-missing');
  if (withinDays === undefined) return problem('invalid-date');
  const amount = read(press, 'money');
  const money = amount === '' ? null : parseMoney(amount);
  if (money === undefined) return problem('invalid-amount');
  const [owner, newFacts] = [read(press, 'owner'), read(press, 'newFacts')];
  return {
    command: {
      type: 'ProposeRemedy',
      ...given(press),
      remedyId: press.newId,
      kind,
      money,
      text,
      withinDays,
      ...(owner === '' ? {} : { owner }),
      ...(read(press, 'bottomLine') === 'yes' ? { bottomLine: true } : {}),
      ...(newFacts === '' ? {} : { newFacts }),
    },
  };
};

const grounds = ['settled', 'court', 'mediated', 'other_rule', 'not_ours'] as const;

const decline = (press: Press): PressResult => {
  const ground = grounds.find((name) => name === read(press, 'ground'));
  if (!ground) return problem('facts-missing');
  return worded(press, 'text', (text) => ({ type: 'DeclineComplaint', ...given(press), ground, text }));
};

const simpleCommand = (press: Press): Command | undefined => {
  switch (press.action.do) {
    case 'take':
      return { type: 'TakeComplaint', ...given(press) };
    case 'accept-hand-over':
      return { type: 'AcceptHandOver', ...given(press) };
    case 'approve-regrade':
      return { type: 'ApproveRegrade', ...given(press) };
    case 'acknowledge':
      return { type: 'AcknowledgeEscalation', ...given(press) };
    case 'reveal':
      return { type: 'RevealPersonalData', ...given(press) };
    case 'take-talk':
      return { type: 'TakeTalk', ...given(press) };
    case 'return-talk':
      return { type: 'ReturnTalk', ...given(press) };
    case 'archive':
      return { type: 'ArchiveComplaint', ...given(press) };
    default:
      return undefined;
  }
};

const reasoned = (press: Press): PressResult => {
  const { action } = press;
  switch (action.do) {
    case 'hand-over':
      return withReason(press, 'reason', (reason) => ({
        type: 'OfferHandOver',
        ...given(press),
        to: read(press, 'to'),
        reason,
      }));
    case 'refuse-hand-over':
      return withReason(press, 'reason', (reason) => ({ type: 'RefuseHandOver', ...given(press), reason }));
    case 'reject-regrade':
      return withReason(press, 'reason', (reason) => ({ type: 'RejectRegrade', ...given(press), reason }));
    case 'return-remedy':
      return withReason(press, 'reason', (instruction) => ({
        type: 'ReturnRemedy',
        ...given(press),
        remedyId: action.remedyId,
        instruction,
      }));
    case 'reject-remedy':
      return withReason(press, 'reason', (reason) => ({
        type: 'RejectRemedy',
        ...given(press),
        remedyId: action.remedyId,
        reason,
      }));
    case 'carry-out':
      return withReason(press, 'proof', (proof) => ({
        type: 'CarryOutRemedy',
        ...given(press),
        remedyId: action.remedyId,
        proof,
      }));
    case 'escalate':
      return withReason(press, 'reason', (reason) => ({ type: 'Escalate', ...given(press), reason }));
    case 'return-escalation':
      return withReason(press, 'reason', (instruction) => ({
        type: 'ReturnEscalation',
        ...given(press),
        instruction,
      }));
    case 'resolve':
      return worded(press, 'text', (text) => ({ type: 'ResolveComplaint', ...given(press), text }));
    case 'reopen':
      return withReason(press, 'reason', (reason) => ({ type: 'ReopenComplaint', ...given(press), reason }));
    default:
      throw new Error(`No press of ${action.do} is known`);
  }
};

/**
 * Turns a press at the desk into a command; what it may do is decided there, once for all channels (AD-5).
 * Gives a problem where the form's input can't be read.
 */
export const pressed = (press: Press): PressResult => {
  const { action } = press;
  const around = pressedAround(press);
  if (around) return around;
  const command = simpleCommand(press);
  if (command) return { command };
  switch (action.do) {
    case 'regrade':
      return regrade(press);
    case 'reply':
    case 'edit-reply':
      return reply(press);
    case 'send-reply':
      return { command: { type: 'SendReply', ...given(press), replyId: action.replyId } };
    case 'discard-reply':
      return { command: { type: 'DiscardReply', ...given(press), replyId: action.replyId } };
    case 'approve-remedy':
      return { command: { type: 'ApproveRemedy', ...given(press), remedyId: action.remedyId } };
    case 'finding':
      return finding(press);
    case 'propose-remedy':
    case 'edit-remedy':
      return proposeRemedy(press);
    case 'decline':
      return decline(press);
    case 'link':
      return {
        command: { type: 'LinkComplaint', ...given(press), with: read(press, 'number').toUpperCase() },
      };
    case 'merge':
      return {
        command: { type: 'MergeComplaint', ...given(press), into: read(press, 'number').toUpperCase() },
      };
    default:
      invariant(action.do !== 'take', 'simple presses are commands already');
      return reasoned(press);
  }
};
