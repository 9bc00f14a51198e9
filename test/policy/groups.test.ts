import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withGroups } from '../../src/policy/groups.ts';
import { findByAccount, findPerson, holdsRole, parseOrganisation } from '../../src/policy/organisation.ts';

const text = readFileSync(new URL('../../policies/organisation.demo.yaml', import.meta.url), 'utf8').replace(
  /^(\s+- id: lin\n)/m,
  '$1    accounts: { slack: U0LIN }\n',
);
const parsed = parseOrganisation({ file: 'organisation.yaml', text });
const demo = parsed.ok ? parsed.organisation : undefined;

it('gives people of the file the roles of their groups, and takes none away [AD-5]', () => {
  if (!demo) throw new Error('the demo organisation has faults');
  const joined = withGroups(demo, [{ channel: 'slack', members: ['U0LIN'], roles: ['legal'] }]);
  const lin = findPerson(joined, 'lin');
  expect(lin && holdsRole(lin, 'legal') && holdsRole(lin, 'handler')).toBe(true);
  expect(joined.people).toHaveLength(demo.people.length);
});

it('lets members who are not in the file in by their account, with those roles and no others', () => {
  if (!demo) throw new Error('the demo organisation has faults');
  const joined = withGroups(demo, [
    { channel: 'slack', members: ['U0NEW'], roles: ['handler'] },
    { channel: 'slack', members: ['U0NEW'], roles: ['head'] },
  ]);
  const person = findByAccount(joined, 'slack', { id: 'U0NEW' });
  expect(person?.roles).toEqual(['handler', 'head']);
  expect(person && holdsRole(person, 'leader')).toBe(false);
  expect(findByAccount(joined, 'telegram', { id: 'U0NEW' })).toBeUndefined();
});
