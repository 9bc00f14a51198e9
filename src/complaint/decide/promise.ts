import { unreachable } from '../../faults.ts';
import { isBefore } from '../../policy/time.ts';
import { type Decision, happened, nothing, refuse } from '../decision.ts';
import type { CheckPromise, KeepPromise, NotePromise } from '../further-commands.ts';
import type { Complaint } from '../state.ts';

/**
 * The ledger of promises: what staff promised a complainant in a sent reply has a date and somebody who says it was kept.
 *
 * @clause CL-8
 */
export const decidePromise = (
  complaint: Complaint,
  command: NotePromise | KeepPromise | CheckPromise,
): Decision => {
  const known = complaint.promises.find(({ id }) => id === command.promiseId);
  switch (command.type) {
    case 'NotePromise':
      if (known) return nothing;
      if (command.text.trim() === '') return refuse('facts-missing', 'CL-8', { field: 'text' });
      return isBefore(command.dueAt, command.at)
        ? refuse('invalid-date', 'CL-8')
        : happened({ ...command, type: 'PromiseNoted' });
    case 'KeepPromise':
      if (!known) return refuse('stale', 'CL-8');
      return known.status === 'kept' ? nothing : happened({ ...command, type: 'PromiseKept' });
    case 'CheckPromise':
      return known?.status === 'open' && !isBefore(command.at, known.dueAt)
        ? happened({ ...command, type: 'PromiseMissed' })
        : nothing;
    default:
      return unreachable(command);
  }
};
