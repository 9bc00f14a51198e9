import { findPerson, holdsRole, type Person } from '../policy/organisation.ts';
import type { Actor, Role } from '../terms.ts';
import type { Context } from './context.ts';
import type { Complaint } from './state.ts';

/** The voice of whatever follows from a rule and not from a person. */
export const system: Actor = { kind: 'system' };

/** Id of who acts; 'system' for ourselves. */
export const actorId = (by: Actor): string => (by.kind === 'system' ? 'system' : by.id);

/** Whether somebody may handle complaints: a handler, anyone above, or the independent person (ST-6). */
export const mayHandle = (person: Person): boolean =>
  holdsRole(person, 'handler') || holdsRole(person, 'independent');

/** Whether one of the staff acts, and may act in this role. */
export const actsAs = (by: Actor, role: Role, context: Context): boolean => {
  const person = by.kind === 'staff' ? findPerson(context.organisation, by.id) : undefined;
  return person !== undefined && holdsRole(person, role);
};

/** Whether somebody may move this file on: its holder, or a head and above, so that an absent holder stalls nothing (S1.10). */
export const mayWork = (complaint: Complaint, by: Actor, context: Context): boolean =>
  (by.kind === 'staff' && by.id === complaint.handler) || actsAs(by, 'head', context);

/** Whether whoever holds it can go on holding it: still of the organisation, and not named in the complaint since. */
export const stillHolds = (holder: string, context: Context): boolean =>
  findPerson(context.organisation, holder) !== undefined && !context.recusals.includes(holder);
