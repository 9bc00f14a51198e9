import type { ChannelName, Role } from '../terms.ts';
import { accountOf, type Organisation, type Person } from './organisation.ts';

/** Who is in a group of a transport, as the transport says now. */
export interface Membership {
  readonly channel: ChannelName;
  readonly members: readonly string[];
  readonly roles: readonly Role[];
}

const withRoles = (person: Person, added: readonly Role[]): Person => ({
  ...person,
  roles: [...new Set([...person.roles, ...added])],
});

/** Somebody known only by their account: enough to hold a role. */
const stranger = (channel: ChannelName, account: string, roles: readonly Role[]): Person => ({
  id: `${channel}_${account.toLowerCase().replaceAll(/[^a-z0-9_-]/g, '_')}`,
  name: account,
  aliases: [],
  roles: [...roles],
  accounts: { [channel]: account },
  deputies: [],
  absences: [],
  rota: [],
});

const join = (organisation: Organisation, { channel, members, roles }: Membership): Organisation => {
  const inFile = new Set(organisation.people.map((person) => accountOf(person, channel)));
  const people = organisation.people.map((person) =>
    members.includes(accountOf(person, channel) ?? '') ? withRoles(person, roles) : person,
  );
  const others = members.filter((account) => !inFile.has(account));
  return {
    ...organisation,
    people: [...people, ...others.map((account) => stranger(channel, account, roles))],
  };
};

/**
 * The organisation with the roles that groups of a transport give (AD-5): people of the file gain them,
 * members who are not in the file come in by their account. Nobody loses a role the file gives.
 */
export const withGroups = (organisation: Organisation, memberships: readonly Membership[]): Organisation =>
  memberships.reduce(join, organisation);
