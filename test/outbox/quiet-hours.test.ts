import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import type { Organisation } from '../../src/policy/organisation.ts';
import type { Instant, Severity } from '../../src/terms.ts';
import { complainant, organisation, receivedAtLevel, staff } from '../support/given.ts';
import { Life, type Lived, setting } from './life.ts';

const weekdays = [1, 2, 3, 4, 5];
/** Whoever may be called is at work in the day; nobody stands in for them. */
const byDay: Organisation = {
  ...organisation,
  people: organisation.people.map((person) =>
    !person.roles.includes('handler')
      ? { ...person, deputies: [], rota: [{ weekdays, from: '09:00', to: '18:00' }] }
      : person,
  ),
};
/** A Monday, half past ten in the evening; the next morning at nine. */
const night = '2026-03-02T14:30:00.000Z';
const morning = '2026-03-03T01:00:00.000Z';

interface Read {
  readonly team: readonly string[];
  readonly managers: readonly { readonly at: string; readonly text: string }[];
}

const lived = (
  { severity, at = night }: { readonly severity: Severity; readonly at?: Instant },
  ...later: readonly Command[]
): Read & { readonly life: Life } => {
  const [team, managers]: [string[], { at: string; text: string }[]] = [[], []];
  const life = new Life(
    ({ command, messages }: Lived) => {
      for (const { to, text } of messages)
        if ('desk' in to && to.desk === 'manager') managers.push({ at: command.at, text });
        else if ('desk' in to) team.push(text);
    },
    { ...setting, organisation: byDay },
  );
  life.do({ ...receivedAtLevel(severity), at, receivedAt: at });
  for (const command of later) life.do(command);
  return { team, managers, life };
};
const wish: Command = { type: 'RequestHigher', at: night, by: complainant };

describe('quiet hours [ES-4]', () => {
  test('at level 3 managers off duty are called when the first of them is at work, and the team knows', () => {
    const { team, managers, life } = lived({ severity: 3 }, wish);
    const calls = () => managers.filter(({ text }) => text.includes('已上报'));
    expect(calls()).toEqual([]);
    expect(team.join('\n')).toMatch(
      /已上报部门负责人[^\n]*\n被找的人现在都不在班上，等有人上班（2026\/3\/3周二 09:00）再叫/,
    );
    life.passTo(morning);
    expect(calls().map(({ at }) => at)).toEqual([morning]);
    expect(managers.some(({ at, text }) => at === morning && text.includes('部门负责人'))).toBe(true);
  });

  test('silence is counted from the call, not from the night before', () => {
    const { life } = lived({ severity: 3 }, wish);
    const advance = life.waiting.get(`${life.file?.number}/escalation`);
    expect(advance && advance.dueAt > morning).toBe(true);
  });

  test('at level 2 they are called at once, by night too', () => {
    const { managers } = lived({ severity: 2 });
    expect(managers[0]?.at).toBe(night);
  });

  test('a level that rises in the night calls at once', () => {
    const worse: Command = {
      type: 'Regrade',
      at: '2026-03-02T16:00:00.000Z',
      by: staff('lin'),
      severity: 2,
      reason: '老人住院了',
    };
    const { managers } = lived({ severity: 3 }, wish, worse);
    expect(managers.some(({ at, text }) => at === worse.at && text.includes('已上报'))).toBe(true);
  });

  test('whoever answered before the morning is not called again', () => {
    const seen: Command = { type: 'AcknowledgeEscalation', at: '2026-03-02T22:00:00.000Z', by: staff('hu') };
    const taken: Command = { type: 'TakeComplaint', at: night, by: staff('lin') };
    const { life } = lived({ severity: 3 }, taken, wish, seen);
    expect(life.waiting.has(`${life.file?.number}/call`)).toBe(false);
  });

  test('in their hours they are called at once', () => {
    const at = '2026-03-03T02:00:00.000Z';
    const { managers, team } = lived({ severity: 3, at }, { ...wish, at });
    expect(managers.some(({ text }) => text.includes('已上报'))).toBe(true);
    expect(team.join()).not.toContain('等有人上班');
  });
});
