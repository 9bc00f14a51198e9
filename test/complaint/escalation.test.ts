import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { decide } from '../../src/complaint/decide.ts';
import { fold } from '../../src/complaint/evolve.ts';
import type { Complaint } from '../../src/complaint/state.ts';
import { deadlines, higherDue } from '../../src/policy/deadlines.ts';
import { addMinutes, minutesBetween } from '../../src/policy/time.ts';
import type { Instant } from '../../src/terms.ts';
import {
  complainant,
  context,
  days,
  fileOf,
  given,
  history,
  hours,
  minutes,
  policy,
  receive,
  receivedAtLevel,
  staff,
  system,
} from '../support/given.ts';

const higher: Command = { type: 'RequestHigher', at: hours(1), by: complainant };
const escalate = (reason = '需要研发部门意见'): Command => ({
  type: 'Escalate',
  at: hours(1),
  by: staff('lin'),
  reason,
});
const acknowledge = (by: string, at: Instant = minutes(10)): Command => ({
  type: 'AcknowledgeEscalation',
  at,
  by: staff(by),
});
const advance = (step: number, at: Instant): Command => ({ type: 'AdvanceEscalation', at, by: system, step });
const giveBack = (by: string, instruction = '先联系客户，两小时内回报'): Command => ({
  type: 'ReturnEscalation',
  at: hours(2),
  by: staff(by),
  instruction,
});

describe('RequestHigher', () => {
  test('goes to the first step, then above whoever has seen it [ES-3]', () => {
    given(history([receive()]))
      .when(higher)
      .then(
        { type: 'HigherRequested', by: complainant },
        { type: 'EscalationRaised', trigger: 'asked', step: 0, role: 'head', by: complainant },
      );
    given(history([receive(), higher, acknowledge('hu', hours(1))]))
      .when(higher)
      .then({ type: 'EscalationRaised', trigger: 'asked', step: 1, role: 'leader' });
  });

  test('is on its way already while nobody has answered the first wish', () => {
    given(history([receive(), higher]))
      .when(higher)
      .thenNothing();
  });

  test('has a clock of its own, met by an answer from above or after a look from above [ES-3]', () => {
    const draft: Command = {
      type: 'DraftReply',
      at: hours(3),
      by: staff('lin'),
      replyId: 'r-1',
      purpose: 'reply',
      text: '我们正在核实。',
      violations: [],
    };
    const send = (by: string, id = 'r-1'): Command => ({
      type: 'SendReply',
      at: hours(3),
      by: staff(by),
      replyId: id,
    });
    const take: Command = { type: 'TakeComplaint', at: hours(0), by: staff('lin') };
    const asked = [receive(), take, higher, draft];
    const due = (file: Complaint) => higherDue(file.timeline, policy);
    expect(due(fileOf([receive(), take]))).toBeNull();
    expect(due(fileOf(asked))).toBe(addMinutes(higher.at, 24 * 60));
    expect(due(fileOf([...asked, send('lin')]))).toBe(addMinutes(higher.at, 24 * 60));
    expect(due(fileOf([...asked, send('hu')]))).toBeNull();
    expect(due(fileOf([...asked, acknowledge('hu', hours(2)), send('lin')]))).toBeNull();
    expect(due(fileOf([...asked, giveBack('hu'), send('lin')]))).toBeNull();
  });

  test('does not start its clock anew while the first wish is open', () => {
    const twice = fileOf([receive(), higher, acknowledge('hu', hours(1)), { ...higher, at: hours(2) }]);
    expect(twice.timeline.higherAskedAt).toEqual([higher.at]);
  });

  test('asks the top again once it has answered', () => {
    const atTop = [receive(), higher, acknowledge('hu', hours(1)), higher, acknowledge('wu', hours(1))];
    given(history(atTop)).when(higher).then({ type: 'EscalationRaised', step: 1, role: 'leader' });
  });
});

describe('Escalate', () => {
  test('sends it up with a reason; nobody stalls for lack of authority [S1.10]', () => {
    given(history([receive()]))
      .when(escalate())
      .then({ type: 'EscalationRaised', trigger: 'staff', reason: '需要研发部门意见', clause: 'S1.10' });
    given(history([receive()]))
      .when(escalate(' '))
      .thenRefused('needs-reason');
    given(history([receive(), escalate()]))
      .when(escalate())
      .thenNothing();
    given(history([receive(), escalate()]))
      .when(escalate('还需要法务'))
      .then({ type: 'EscalationRaised', step: 1 });
  });
});

describe('going up', () => {
  test('is quiet while the top still owes its answer [S1.10]', () => {
    const unanswered = [receive(), escalate(), escalate('还需要法务')];
    given(history(unanswered)).when(escalate('没有人回应')).thenNothing();
  });

  test('never falls back to a lower role when the level rises [S1.10]', () => {
    const withLeader = [receive(), escalate(), escalate('还需要法务')];
    const raise: Command = { type: 'Regrade', at: hours(2), by: staff('lin'), severity: 2, reason: '媒体' };
    given(history(withLeader))
      .when(raise)
      .then(
        { type: 'ComplaintRegraded' },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised', trigger: 'level:regraded', step: 1, role: 'leader' },
      );
  });
});

describe('AcknowledgeEscalation', () => {
  const raised = [receivedAtLevel(2)];

  test('is given by the role asked or a higher one [ES-1]', () => {
    given(history(raised))
      .when(acknowledge('hu'))
      .then({ type: 'EscalationAcknowledged', by: staff('hu') });
    given(history(raised)).when(acknowledge('zhao')).then({ type: 'EscalationAcknowledged' });
    given(history(raised)).when(acknowledge('lin')).thenRefused('not-authorised', { role: 'head' });
    given(history(raised)).when(acknowledge('qian')).thenRefused('not-authorised');
  });

  test('happens once; another is told who has it', () => {
    given(history([...raised, acknowledge('hu')]))
      .when(acknowledge('hu'))
      .thenNothing();
    given(history([...raised, acknowledge('hu')]))
      .when(acknowledge('he'))
      .thenRefused('already-taken', { handler: 'hu' });
    given(history([receive()]))
      .when(acknowledge('hu'))
      .thenRefused('stale');
  });
});

describe('AdvanceEscalation', () => {
  test('asks the next role when nobody answered in time [ES-1]', () => {
    given(history([receivedAtLevel(2)]))
      .when(advance(0, minutes(40)))
      .then({ type: 'EscalationRaised', trigger: 'level', step: 1, role: 'leader', by: system });
  });

  test('asks whoever has it again where the level was lowered since and its chain is shorter [ES-1]', () => {
    const atTop = [receivedAtLevel(1), advance(0, minutes(20)), advance(1, minutes(60))];
    const lower: Command = { type: 'Regrade', at: hours(2), by: staff('lin'), severity: 2, reason: '已散去' };
    const agreed: Command = { type: 'ApproveRegrade', at: hours(3), by: staff('hu') };
    const lowered = history([...atTop, lower, agreed]);
    const again = given(lowered)
      .when(advance(2, hours(30)))
      .then({ type: 'EscalationRaised', step: 1, role: 'general_manager' });
    given([...lowered, ...again])
      .when(advance(1, hours(60)))
      .then({ type: 'EscalationRaised', step: 1, role: 'general_manager' });
  });

  test('is quiet before the time is over, after an answer, and for a step long passed [ES-1]', () => {
    given(history([receivedAtLevel(2)]))
      .when(advance(0, minutes(20)))
      .thenNothing();
    given(history([receivedAtLevel(2), acknowledge('hu', minutes(30))]))
      .when(advance(0, minutes(40)))
      .thenNothing();
    given(history([receivedAtLevel(2), advance(0, minutes(40))]))
      .when(advance(0, hours(9)))
      .thenNothing();
    given(history([receive()]))
      .when(advance(0, minutes(60)))
      .thenNothing();
  });

  test('starts again when nothing moves after the answer, and not when something did [ES-1]', () => {
    const answered = [receivedAtLevel(2), acknowledge('hu')];
    given(history(answered))
      .when(advance(0, minutes(41)))
      .then({ type: 'EscalationRaised', step: 1 });
    const taken: Command = { type: 'TakeComplaint', at: minutes(30), by: staff('lin') };
    given(history([...answered, taken]))
      .when(advance(0, minutes(41)))
      .thenNothing();
    given(history([...answered, taken]))
      .when(advance(0, minutes(61)))
      .then({ type: 'EscalationRaised', step: 1 });
  });

  test('asks the last role again at level 2, and ends at levels 3 and 4 [ES-1]', () => {
    const top = [receivedAtLevel(2), advance(0, minutes(40))];
    given(history(top))
      .when(advance(1, minutes(101)))
      .then({ type: 'EscalationRaised', step: 1, role: 'leader' });
    for (const level of [3, 4] as const) {
      const asked = [receivedAtLevel(level), higher, advance(0, hours(10))];
      given(history(asked))
        .when(advance(1, days(3)))
        .thenNothing();
    }
  });
});

describe('asking the last role again', () => {
  const top = [receivedAtLevel(2), advance(0, minutes(40))];

  /** Hours between the askings of the last role over so many days, nobody ever answering. */
  const gaps = (level: 1 | 2, lasting: number): readonly number[] => {
    let events = history([receivedAtLevel(level)]);
    const raisedAt: Instant[] = [];
    for (let at = minutes(0); at < days(lasting); at = addMinutes(at, 5)) {
      const file = fold(events);
      if (!file?.escalation) throw new Error('not escalated');
      const decision = decide(file, advance(file.escalation.step, at), context);
      if (decision.kind !== 'events') continue;
      events = [...events, ...decision.events];
      raisedAt.push(at);
    }
    return raisedAt.slice(1).map((at, index) => minutesBetween(raisedAt[index] ?? at, at) / 60);
  };

  test('waits twice as long each time, a day at most at level 2, four hours at level 1 [ES-1]', () => {
    expect(gaps(2, 5)).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
    expect(gaps(1, 1).every((gap) => gap <= 4)).toBe(true);
  });

  test('an acknowledgement ends it while something moves; another cause asks at once [ES-1]', () => {
    const answered = [...top, acknowledge('wu', minutes(50))];
    const replied: Command = { type: 'TakeComplaint', at: minutes(100), by: staff('lin') };
    given(history([...answered, replied]))
      .when(advance(1, minutes(115)))
      .thenNothing();
    const again = fileOf([...top, advance(1, minutes(101))]);
    expect(again.escalation?.repeats).toBe(1);
    expect(fileOf([...answered, higher]).escalation?.repeats).toBe(0);
  });
});

describe('ReturnEscalation', () => {
  test('gives it back with an instruction, by whoever was asked [ES-2]', () => {
    given(history([receivedAtLevel(2)]))
      .when(giveBack('hu'))
      .then({ type: 'EscalationReturned' });
    given(history([receivedAtLevel(2)]))
      .when(giveBack('hu', ''))
      .thenRefused('needs-reason');
    given(history([receivedAtLevel(2)]))
      .when(giveBack('lin'))
      .thenRefused('not-authorised', { role: 'head' });
    given(history([receivedAtLevel(2), giveBack('hu')]))
      .when(giveBack('hu'))
      .thenRefused('stale');
    expect(fileOf([receivedAtLevel(2), giveBack('hu')]).escalation).toBeNull();
  });
});

describe('CheckClocks', () => {
  const markOf = (percent: number, commands: readonly Command[], clock: string): Instant => {
    const found = deadlines(fileOf(commands).timeline, policy).find(
      (deadline) => deadline.clock === clock && deadline.metAt === null,
    );
    const at = percent === 100 ? found?.dueAt : found?.warnings.find((one) => one.percent === percent)?.at;
    if (!at) throw new Error(`no open ${clock} with ${percent}`);
    return at;
  };
  const check = (percent: number, commands: readonly Command[], clock = 'first_reply'): Command => ({
    type: 'CheckClocks',
    at: markOf(percent, commands, clock),
    by: system,
  });

  /** The file as it stands right before a mark, everything earlier told. */
  const shortBefore = (percent: number, commands: readonly Command[], clock?: string): readonly Command[] => {
    const { at } = check(percent, commands, clock);
    return [...commands, { type: 'CheckClocks', at: addMinutes(at, -1), by: system }];
  };

  test('warns once for each share of a date [CL-4]', () => {
    const warn = check(50, [receive()], 'resolution');
    given(history(shortBefore(50, [receive()], 'resolution')))
      .when(warn)
      .then({ type: 'ClockWarned', clock: 'resolution', percent: 50 });
    given(history([receive(), warn]))
      .when(warn)
      .thenNothing();
  });

  test('sends it up at three quarters where nobody above has it [ES-3]', () => {
    given(history(shortBefore(75, [receive()])))
      .when(check(75, [receive()]))
      .then(
        { type: 'ClockWarned', clock: 'first_reply', percent: 75 },
        { type: 'EscalationRaised', trigger: 'clock:first_reply', step: 0 },
      );
    given(history(shortBefore(75, [receivedAtLevel(2)])))
      .when(check(75, [receivedAtLevel(2)]))
      .then({ type: 'ClockWarned', clock: 'first_reply' });
  });

  test('sends it one step higher at the breach [ES-3]', () => {
    const level2 = [receivedAtLevel(2)];
    given(history(shortBefore(100, level2)))
      .when(check(100, level2))
      .then({ type: 'ClockBreached' }, { type: 'EscalationRaised', step: 1, role: 'leader', clause: 'S3.1' });
    given(history([...level2, check(100, level2)]))
      .when(check(100, level2))
      .thenNothing();
  });

  test('tells of each clock only the furthest mark, and calls once for all, when it comes late [CL-7]', () => {
    const late: Command = { type: 'CheckClocks', at: days(3), by: system };
    given(history([receive()]))
      .when(late)
      .then(
        { type: 'ClockBreached', clock: 'first_reply' },
        { type: 'ClockBreached', clock: 'solution' },
        { type: 'EscalationRaised', trigger: 'breach:first_reply', step: 0 },
      );
    given(history([receive(), late]))
      .when(late)
      .thenNothing();
  });

  test('is quiet about a duty that was met or a date that moved [CL-2]', () => {
    const firstReplies = (commands: readonly Command[]) =>
      fileOf([...commands, check(100, [receive()])]).warned.filter((key) => key.startsWith('first_reply'));
    expect(firstReplies([receive()])).toHaveLength(1);
    const replied: readonly Command[] = [
      receive(),
      { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
      {
        type: 'DraftReply',
        at: hours(1),
        by: staff('lin'),
        replyId: 'r',
        purpose: 'reply',
        text: '您好',
        violations: [],
      },
      { type: 'SendReply', at: hours(1), by: staff('lin'), replyId: 'r' },
    ];
    expect(firstReplies(replied)).toEqual([]);
    const raised: Command = { type: 'Regrade', at: hours(22), by: staff('lin'), severity: 2, reason: '媒体' };
    const moved = fileOf([receive(), raised, { type: 'CheckClocks', at: hours(23.9), by: system }]);
    expect(moved.warned.filter((key) => key.startsWith('first_reply') && key.endsWith(':100'))).toEqual([]);
  });

  test('a month without an outcome is level 2 by itself [S4.b art.3]', () => {
    given(history(shortBefore(100, [receive()], 'resolution')))
      .when({ type: 'CheckClocks', at: days(31), by: system })
      .then(
        { type: 'ClockBreached', clock: 'resolution' },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised', trigger: 'level:unresolvedDays' },
      );
  });

  test('is asked by the system alone', () => {
    given(history([receive()]))
      .when({ ...check(50, [receive()]), by: staff('lin') })
      .thenRefused('not-authorised');
  });
});
