import { describe, expect, test } from 'vitest';
import type { AnswerFollowUp, Command } from '../../src/complaint/commands.ts';
import { askingAt } from '../../src/complaint/decide/follow-up.ts';
import { isBefore } from '../../src/policy/time.ts';
import type { Instant, Severity } from '../../src/terms.ts';
import {
  complainant,
  days,
  facts,
  fileOf,
  given,
  history,
  hours,
  policy,
  receive,
  receivedAtLevel,
  staff,
  statement,
  system,
} from '../support/given.ts';

const finding = (cause = 'seal'): Command => ({
  type: 'RecordFinding',
  at: hours(2),
  by: staff('lin'),
  outcome: 'upheld',
  valid: true,
  department: 'quality',
  cause,
  text: '门封老化。',
});
const resolve: Command = {
  type: 'ResolveComplaint',
  at: days(1),
  by: staff('lin'),
  text: '已上门更换门封。',
};
const resolved = (level: Severity = 4, found: readonly Command[] = [finding()]): readonly Command[] => [
  receivedAtLevel(level),
  { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
  ...found,
  resolve,
];
const ask = (attempt: number, at: Instant = days(4)): Command => ({
  type: 'AskFollowUp',
  at,
  by: system,
  attempt,
});
const answer = (solved: boolean | null, rating: AnswerFollowUp['rating']): Command => ({
  type: 'AnswerFollowUp',
  at: days(5),
  by: complainant,
  solved,
  rating,
});
const archive = (by = staff('lin')): Command => ({ type: 'ArchiveComplaint', at: days(6), by });

/** Asks as often as the file itself says it wants to be asked. */
const askUntilDone = (commands: readonly Command[]): readonly Command[] => {
  const { followUp } = fileOf(commands);
  const at = followUp.attempts.length === 0 ? followUp.dueAt : followUp.nextAttemptAt;
  if (at === null || followUp.unreachable) return commands;
  return askUntilDone([...commands, ask(followUp.attempts.length + 1, at)]);
};

describe('AskFollowUp', () => {
  test('puts the questions and says when to come back [CL-6, CL-5]', () => {
    const [asked] = given(history(resolved())).when(ask(1)).then({ type: 'FollowUpAsked', attempt: 1 });
    expect(asked).toMatchObject({
      nextAttemptAt: new Date(Date.parse(days(4)) + 3 * 3_600_000).toISOString(),
    });
  });

  test('makes three further tries three hours apart, then waits a day and counts as unreachable [S1.4]', () => {
    const done = fileOf(askUntilDone(resolved(4, [])));
    expect(done.followUp.attempts).toHaveLength(4);
    expect(done).toMatchObject({ stage: 'resolved', followUp: { unreachable: true } });
    const [first, second] = done.followUp.attempts;
    if (!first || !second) throw new Error('attempts are missing');
    expect(isBefore(second, new Date(Date.parse(first) + 3 * 3_600_000).toISOString())).toBe(false);
  });

  test('begins its tries anew, after the pack’s wait, once the complainant writes something else [CL-5]', () => {
    const asked = [...resolved(), ...[1, 2, 3, 4].map((attempt) => ask(attempt, hours(96 + attempt * 3)))];
    const nextMorning = hours(7 * 24 + 21);
    const writes: Command = {
      type: 'AddStatement',
      at: hours(96 + 13),
      by: complainant,
      statement: statement('m-2', '还没收到，收到再说'),
      facts: facts(),
      evidence: {},
      details: {},
    };
    expect(askingAt(fileOf([...asked, writes]), policy)).toBe(nextMorning);
    given(history([...asked, writes]))
      .when(ask(5, hours(96 + 36)))
      .thenNothing();
    given(history([...asked, writes]))
      .when(ask(5, nextMorning))
      .then({ type: 'FollowUpAsked', attempt: 5, nextAttemptAt: hours(8 * 24) });
    expect(askingAt(fileOf([...asked, { ...writes, by: staff('lin') }]), policy)).toBe(nextMorning);
    expect(askingAt(fileOf(asked), policy)).toBe(hours(5 * 24 + 12));
  });

  test('shuts the file when the tries are used up and the finding is there [S1.2]', () => {
    const commands = askUntilDone(resolved());
    expect(fileOf(commands).stage).toBe('archived');
    given(history(commands.slice(0, -1)))
      .when(commands.at(-1) ?? ask(1))
      .then({ type: 'ComplainantUnreachable', attempts: 4 }, { type: 'ComplaintArchived', by: system });
  });

  test('is quiet out of turn, before the outcome is told, and once answered [CL-5]', () => {
    given(history(resolved())).when(ask(2)).thenNothing();
    given(history([...resolved(), ask(1)]))
      .when(ask(1))
      .thenNothing();
    given(history([receive()]))
      .when(ask(1))
      .thenNothing();
    given(history([...resolved(4, []), ask(1), answer(true, null)]))
      .when(ask(2))
      .thenNothing();
  });

  test('shuts the file when it was said to be solved and no rating came [CL-5]', () => {
    given(history([...resolved(), ask(1), answer(true, null)]))
      .when(ask(2))
      .then({ type: 'ComplaintArchived' });
  });
});

describe('AnswerFollowUp', () => {
  test('collects the two answers one by one and then shuts the file [S1.2, S0.11]', () => {
    given(history([...resolved(), ask(1)]))
      .when(answer(true, null))
      .then({ type: 'FollowUpAnswered' });
    given(history([...resolved(), ask(1), answer(true, null)]))
      .when(answer(null, 5))
      .then({ type: 'FollowUpAnswered', rating: 5 }, { type: 'ComplaintArchived', by: system });
    given(history([...resolved(), ask(1), answer(null, 4)]))
      .when(answer(true, null))
      .then({ type: 'FollowUpAnswered' }, { type: 'ComplaintArchived' });
  });

  test('leaves the file to staff while no validity is recorded [TR-8]', () => {
    given(history([...resolved(4, []), ask(1)]))
      .when(answer(true, 5))
      .then({ type: 'FollowUpAnswered' });
  });

  test.each([
    ['not solved', false, null],
    ['rated 1', null, 1],
    ['solved, but rated 2', true, 2],
  ] as const)('reopens one level higher when it is %s [CL-6]', (_, solved, rating) => {
    given(history([...resolved(), ask(1)]))
      .when(answer(solved, rating))
      .then(
        { type: 'FollowUpAnswered' },
        { type: 'ComplaintReopened', reason: 'follow_up' },
        { type: 'ComplaintRegraded', from: 4, severity: 3, by: system },
        { type: 'ComplaintAssessed' },
      );
  });

  test('goes to a manager when that makes it level 2 [CL-6, S2.5]', () => {
    given(history([...resolved(3), ask(1)]))
      .when(answer(false, null))
      .then(
        { type: 'FollowUpAnswered' },
        { type: 'ComplaintReopened' },
        { type: 'ComplaintRegraded', from: 3, severity: 2 },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised', trigger: 'dissatisfied', role: 'head', clause: 'S2.5' },
      );
  });

  test('never makes it level 1 by itself [CL-6]', () => {
    given(history([...resolved(2), ask(1)]))
      .when(answer(false, 1))
      .then(
        { type: 'FollowUpAnswered' },
        { type: 'ComplaintReopened' },
        { type: 'EscalationRaised', trigger: 'dissatisfied' },
      );
    expect(fileOf([...resolved(2), ask(1), answer(false, 1)])).toMatchObject({ severity: 2, stage: 'taken' });
  });

  test('goes to a manager the second time at any level [ES-3]', () => {
    const twice = [...resolved(), answer(false, null), { ...resolve, at: days(6) }];
    const events = history([receive(), ...twice.slice(1)]);
    given(events)
      .when({ type: 'ReopenComplaint', at: days(7), by: complainant, reason: '' })
      .then({ type: 'ComplaintReopened' }, { type: 'EscalationRaised', trigger: 'reopened' });
  });

  test('is quiet when it says nothing new, and too late on a file that is open again [CL-6]', () => {
    given(history([...resolved(), ask(1)]))
      .when(answer(null, null))
      .thenNothing();
    given(history([...resolved(), ask(1), answer(true, null)]))
      .when(answer(true, null))
      .thenNothing();
    given(history([...resolved(), answer(false, null)]))
      .when(answer(false, null))
      .thenRefused('stale');
    given(history([...resolved(), answer(true, 5)]))
      .when(answer(true, 5))
      .thenRefused('already-closed');
  });

  test('is the complainant’s own [S1.6]', () => {
    given(history(resolved()))
      .when({ ...answer(true, 5), by: staff('lin') })
      .thenRefused('not-authorised');
  });

  test('is entered by staff when the complainant can no longer be reached in chat [CL-5]', () => {
    const lost: Command = { type: 'NoteReachability', at: days(2), by: system, reachable: false };
    given(history([...resolved(4, []), lost]))
      .when({ ...answer(true, 5), by: staff('chen') })
      .then({ type: 'FollowUpAnswered' });
  });
});

describe('ArchiveComplaint', () => {
  test('waits for the outcome, the follow-up and the finding, in that order [S1.2, TR-8]', () => {
    given(history([receive()]))
      .when(archive())
      .thenRefused('not-resolved');
    given(history(resolved(4, [])))
      .when(archive())
      .thenRefused('follow-up-first');
    given(history([...resolved(4, []), answer(true, 5)]))
      .when(archive())
      .thenRefused('finding-first');
    given(history([...resolved(4, []), answer(true, 5), { ...finding(), at: days(5) }]))
      .when(archive())
      .then({ type: 'ComplaintArchived', by: staff('lin') });
  });

  test('waits for the root cause at levels 1 to 3 [RE-2]', () => {
    const uncaused = [...resolved(3, [finding('')]), answer(true, 5)];
    given(history(uncaused)).when(archive()).thenRefused('finding-first', { field: 'cause' });
    given(history([...uncaused, { ...finding(), at: days(5) }]))
      .when(archive())
      .then({ type: 'ComplaintArchived' });
    const ordinary = [...resolved(4, [finding('')]), answer(true, 5)];
    expect(fileOf(ordinary).stage).toBe('archived');
  });

  test('is quiet when it is done, and when a follow-up comes too early', () => {
    given(history([...resolved(), answer(true, 5)]))
      .when(archive())
      .thenNothing();
    given(history(resolved())).when(archive(system)).thenNothing();
  });

  test('does not ask for the validity of what was never a complaint', () => {
    const enquiry: readonly Command[] = [
      receive({ nature: 'enquiry', intake: 'incomplete' }),
      { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
      resolve,
    ];
    given(history(enquiry))
      .when(answer(true, 5))
      .then({ type: 'FollowUpAnswered' }, { type: 'ComplaintArchived' });
  });
});
