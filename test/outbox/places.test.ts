import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { openedText } from '../../src/outbox/opened.ts';
import type { PlannedMessage, Setting } from '../../src/outbox/plan.ts';
import { fileOf, hours, receive, receivedAtLevel, staff, statement } from '../support/given.ts';
import { Life, setting } from './life.ts';

const accusing = (text: string, level: 2 | 4 = 4) => ({
  ...receivedAtLevel(level),
  statements: [statement('m-1', text)],
  summary: text,
});
const messagesOf = (commands: readonly Command[], around: Setting = setting): readonly PlannedMessage[] => {
  let last: readonly PlannedMessage[] = [];
  const life = new Life(({ command, messages }) => {
    if (command === commands.at(-1)) last = messages;
  }, around);
  for (const command of commands) life.do(command);
  return last;
};
const deskOf = ({ to }: PlannedMessage): string =>
  'desk' in to ? to.desk : 'person' in to ? to.person.place : 'complainant';
const staffMessages = (messages: readonly PlannedMessage[]) =>
  messages.filter((one) => deskOf(one) !== 'complainant');

describe('where a complaint about our own people is read [ST-6]', () => {
  test('a handler named: with the managers, nothing in the team channel', () => {
    const messages = staffMessages(messagesOf([accusing('陈宇骂人。')]));
    expect(messages.length).toBeGreaterThan(0);
    expect([...new Set(messages.map(deskOf))]).toEqual(['manager']);
    expect(JSON.stringify(messages)).toContain('骂人');
  });

  test('a manager named: a card with number and level alone, and a press that opens it', () => {
    const messages = staffMessages(messagesOf([accusing('胡敏骂人，我找记者曝光。', 2)]));
    expect([...new Set(messages.map(deskOf))]).toEqual(['manager']);
    const shown = JSON.stringify(messages.map(({ text, card }) => ({ text, card })));
    expect(shown).toContain('R-2026-000001');
    expect(shown).not.toMatch(/骂人|胡敏|记者/);
    expect(messages.every(({ buttons = [] }) => buttons.some(({ label }) => label === '查看内容'))).toBe(
      true,
    );
  });

  test('a manager named, where the independent person has a private talk: all of it there', () => {
    const organisation = {
      ...setting.organisation,
      people: setting.organisation.people.map((one) =>
        one.id === 'sun' ? { ...one, accounts: { telegram: '777' } } : one,
      ),
    };
    const around: Setting = { ...setting, organisation, managerChannel: 'telegram' };
    const messages = staffMessages(messagesOf([accusing('胡敏骂人。')], around));
    expect([...new Set(messages.map(deskOf))]).toEqual(['777']);
    expect(JSON.stringify(messages)).toContain('骂人');
  });

  test('named later: what stood in the team channel is emptied, the file goes on elsewhere', () => {
    const late: Command = {
      type: 'RecuseStaff',
      at: hours(1),
      by: staff('lin'),
      person: 'chen',
      reason: '来电点名陈宇',
    };
    const messages = staffMessages(messagesOf([receive(), late]));
    const left = messages.filter((one) => deskOf(one) === 'team');
    expect(left.map(({ key }) => key)).toEqual(['R-2026-000001/card']);
    expect(left[0]?.buttons).toBeUndefined();
    expect(JSON.stringify(left)).not.toMatch(/洗衣机|陈宇/);
    expect(messages.filter((one) => deskOf(one) === 'manager').map(({ key }) => key)).toContain(
      'R-2026-000001/card/apart',
    );
  });

  test('whoever opens it reads the whole file', () => {
    expect(openedText(fileOf([accusing('胡敏骂人。')]), setting)).toMatch(/骂人/);
  });
});
