import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
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
