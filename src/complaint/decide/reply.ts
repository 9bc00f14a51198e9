import { unreachable } from '../../faults.ts';
import type { DiscardReply, DraftReply, SendReply } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, notHolder, nothing, refuse } from '../decision.ts';
import { tellsOfAnother } from '../disclosure.ts';
import { actorId, mayWork } from '../people.ts';
import type { Complaint } from '../state.ts';

/** What staff write to the complainant: shown back first, sent by a second press (ST-3, DI-5). */
export const decideReply = (
  complaint: Complaint,
  command: DraftReply | SendReply | DiscardReply,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'DraftReply':
      return draft(complaint, command, context);
    case 'SendReply':
      return send(complaint, command, context);
    case 'DiscardReply':
      return discard(complaint, command, context);
    default:
      return unreachable(command);
  }
};

/** Anyone who handles may prepare a text for a file that nobody holds yet. */
const draft = (complaint: Complaint, command: DraftReply, context: Context): Decision => {
  const { replyId, text, purpose } = command;
  const mayDraft = complaint.handler === null || maySpeak(complaint, command, context);
  if (!mayDraft) return notHolder(complaint);
  if (text.trim() === '') return refuse('facts-missing', 'ST-3', { field: 'text' });
  if (complaint.sentReplies.includes(replyId)) return nothing;
  // A form that was sent twice drafts once.
  if (complaint.drafts.some((known) => known.text === text && known.purpose === purpose)) return nothing;
  return happened({ ...command, type: 'ReplyDrafted' });
};

/**
 * Sends a text once. On a file that nobody holds, only whoever holds the talk speaks: an answer without an owner is how
 * complaints get lost.
 *
 * @clause S0.1, ST-3
 */
const send = (complaint: Complaint, command: SendReply, context: Context): Decision => {
  const { at, by, replyId } = command;
  if (complaint.sentReplies.includes(replyId)) return nothing;
  const waiting = complaint.drafts.find(({ id }) => id === replyId);
  if (waiting === undefined) return refuse('stale', 'ST-3');
  const nobodyHolds = complaint.handler === null && complaint.talkHeldBy !== actorId(by);
  if (nobodyHolds || !maySpeak(complaint, command, context)) return notHolder(complaint);
  if (tellsOfAnother(waiting.text, complaint)) return refuse('authority-first', 'IN-13');
  return happened({ type: 'ReplySent', at, by, replyId, purpose: waiting.purpose, text: waiting.text });
};

const discard = (complaint: Complaint, command: DiscardReply, context: Context): Decision => {
  const waiting = complaint.drafts.find(({ id }) => id === command.replyId);
  if (waiting === undefined)
    return complaint.sentReplies.includes(command.replyId) ? refuse('stale', 'ST-3') : nothing;
  const own = waiting.by === actorId(command.by);
  return own || maySpeak(complaint, command, context)
    ? happened({ ...command, type: 'ReplyDiscarded' })
    : notHolder(complaint);
};

const maySpeak = (complaint: Complaint, { by }: DraftReply | SendReply | DiscardReply, context: Context) =>
  mayWork(complaint, by, context) || complaint.talkHeldBy === actorId(by);
