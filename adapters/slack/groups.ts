import type { Clock } from '../../src/ports.ts';
import { toFault } from './vendor-faults.ts';
import type { Workspaces } from './workspaces.ts';

/** Members of user groups, for roles. Slack allows few of these calls, so answers are kept five minutes. */
export interface Groups {
  /** Throws Fault `channel-rejected` for a group there is not; an answer known from before outlives an outage. */
  members(group: string): Promise<readonly string[]>;
  /** Slack says the group has changed. */
  changed(group: string): void;
}

const keptMs = 5 * 60_000;

/** Makes the memory of one process. */
export const createGroups = (workspaces: Workspaces, clock: Clock): Groups => {
  const known = new Map<string, { readonly until: number; readonly members: readonly string[] }>();
  const now = (): number => Temporal.Instant.from(clock.now()).epochMilliseconds;
  return {
    async members(group) {
      const before = known.get(group);
      if (before && before.until > now()) return before.members;
      try {
        const workspace = await workspaces.get(undefined);
        const answer = await workspace.asking.usergroups.users.list({ usergroup: group });
        const members = answer.users ?? [];
        known.set(group, { until: now() + keptMs, members });
        return members;
      } catch (error) {
        const fault = toFault(error, 'other');
        if (before && fault.retryable) return before.members;
        throw fault;
      }
    },
    changed(group) {
      known.delete(group);
    },
  };
};
