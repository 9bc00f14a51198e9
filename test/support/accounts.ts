import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { ChannelName } from '../../src/terms.ts';
import { slackAccount } from './stage-slack.ts';
import { telegramAccount } from './stage-telegram.ts';

/** Staff of an organisation file in its order, and the file again with an account on every transport for each. */
export const withAccounts = (file: string): { readonly staff: readonly string[]; readonly text: string } => {
  const organisation: { people: { id: string }[] } = parse(readFileSync(file, 'utf8'));
  const people = organisation.people.map((person, index) => ({
    ...person,
    accounts: { slack: slackAccount(person.id), telegram: telegramAccount(index) },
  }));
  const staff = people.map(({ id }) => id);
  return { staff, text: JSON.stringify({ ...organisation, people }) };
};

const demo = new URL('../../policies/organisation.demo.yaml', import.meta.url);

/** The account on a transport of somebody of the demonstration organisation. */
export const accountOn = (channel: ChannelName, staff: string): string => {
  if (channel === 'web') return staff;
  if (channel === 'slack') return slackAccount(staff);
  return telegramAccount(withAccounts(fileURLToPath(demo)).staff.indexOf(staff));
};
