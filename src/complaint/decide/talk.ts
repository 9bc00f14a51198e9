import { unreachable } from '../../faults.ts';
import type { RequestPerson, ReturnTalk, TakeTalk } from '../commands.ts';
import type { Context } from '../context.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import { actorId, actsAs, stillHolds } from '../people.ts';
import type { Complaint } from '../state.ts';

/** Who speaks with the complainant: the bot, or a person (DI-3). */
export const decideTalk = (
  complaint: Complaint,
  command: RequestPerson | TakeTalk | ReturnTalk,
  context: Context,
): Decision => {
  switch (command.type) {
    case 'RequestPerson':
      return complaint.personRequested || complaint.talkHeldBy !== null
        ? nothing
        : happened({ ...command, type: 'PersonRequested' });
    case 'TakeTalk':
      return takeTalk(complaint, command, context);
    case 'ReturnTalk':
      return returnTalk(complaint, command, context);
    default:
      return unreachable(command);
  }
};

const takeTalk = (complaint: Complaint, command: TakeTalk, context: Context): Decision => {
  const { contact, talkHeldBy } = complaint;
  if (contact === null) return refuse('no-contact', 'DI-3');
  if (talkHeldBy === actorId(command.by)) return nothing;
  if (talkHeldBy !== null && stillHolds(talkHeldBy, context))
    return refuse('already-taken', 'DI-3', { handler: talkHeldBy });
  return happened({ ...command, type: 'TalkTaken' });
};

const returnTalk = (complaint: Complaint, command: ReturnTalk, context: Context): Decision => {
  const { talkHeldBy } = complaint;
  if (talkHeldBy === null) return nothing;
  if (talkHeldBy !== actorId(command.by) && !actsAs(command.by, 'head', context))
    return refuse('not-holder', 'DI-3', { handler: talkHeldBy });
  return happened({ ...command, type: 'TalkReturned' });
};
