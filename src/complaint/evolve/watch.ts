import { unreachable } from '../../faults.ts';
import type { WatchEvent } from '../further-events.ts';
import type { Complaint } from '../state.ts';
import { unclaimedKey } from '../warning.ts';
import { isWorking } from './stage.ts';

/** What the dates that watch a file found. */
export const evolveWatch = (complaint: Complaint, event: WatchEvent): Complaint => {
  switch (event.type) {
    case 'LeftUnclaimed':
      return { ...complaint, warned: [...complaint.warned, unclaimedKey(event.since)] };
    case 'HandOverLapsed':
      return { ...complaint, handOver: null, refusedHandOvers: complaint.refusedHandOvers + 1 };
    case 'StillUnresolved': {
      const unresolvedDays = isWorking(complaint) ? event.days : complaint.facts.unresolvedDays;
      return { ...complaint, facts: { ...complaint.facts, unresolvedDays } };
    }
    case 'StandingReminded':
      return { ...complaint, remindedAt: event.at };
    default:
      return unreachable(event);
  }
};
