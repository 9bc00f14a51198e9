import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, expect, it } from 'vitest';
import { findByAccount, findPerson } from '../../src/policy/organisation.ts';
import { openPeople } from '../../src/run/organisation.ts';
import { fakeChannel } from '../support/app.ts';
import { temporaryFolder } from '../support/process.ts';

const folders: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of folders.splice(0)) await remove();
});

const copyOfDemo = async (): Promise<{ path: string; text: string }> => {
  const folder = await temporaryFolder();
  folders.push(folder.remove);
  const text = await readFile(new URL('../../policies/organisation.demo.yaml', import.meta.url), 'utf8');
  const path = join(folder.path, 'organisation.yaml');
  await writeFile(path, text);
  return { path, text };
};

it('picks up a changed file without a restart, and keeps the old one when the new has faults', async () => {
  const { path, text } = await copyOfDemo();
  const people = await openPeople(path, pino({ level: 'silent' }));
  await writeFile(
    path,
    text
      .replace('id: chen\n', 'id: chen\n    aliases: [老陈, 陈师傅]\n')
      .replace(/\n {4}aliases: \[小陈\]/, ''),
  );
  await people.reload();
  expect(findPerson(people.current, 'chen')?.aliases).toContain('陈师傅');
  await writeFile(path, 'people: nobody');
  await people.reload();
  expect(findPerson(people.current, 'chen')?.aliases).toContain('陈师傅');
});

it('fills roles from a group, and keeps its last members when it cannot be asked', async () => {
  const { path, text } = await copyOfDemo();
  await writeFile(path, `${text}\ngroups:\n  - { channel: slack, group: S0TEAM, roles: [handler] }\n`);
  const people = await openPeople(path, pino({ level: 'silent' }));
  const asked: string[] = [];
  const slack = {
    ...fakeChannel('slack'),
    members: async (group: string) => {
      asked.push(group);
      return ['U0NEW'];
    },
  };
  await people.refreshGroups(new Map([['slack', slack]]));
  expect(asked).toEqual(['S0TEAM']);
  expect(findByAccount(people.current, 'slack', { id: 'U0NEW' })?.roles).toEqual(['handler']);
  const away = { ...slack, members: () => Promise.reject(new Error('away')) };
  await people.refreshGroups(new Map([['slack', away]]));
  expect(findByAccount(people.current, 'slack', { id: 'U0NEW' })).toBeDefined();
});
