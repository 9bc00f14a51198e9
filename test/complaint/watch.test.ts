import { describe, expect, test } from 'vitest';
import {
  days,
  facts,
  fileOf,
  given,
  history,
  hours,
  receive,
  receivedAtLevel,
  staff,
  system,
} from '../support/given.ts';

const take = { type: 'TakeComplaint', at: hours(1), by: staff('lin') } as const;
const offer = { type: 'OfferHandOver', at: hours(2), by: staff('lin'), to: 'chen', reason: '他懂' } as const;

describe('dates that watch a file', () => {
  test('nobody takes it in time: it goes up, once [ES-3]', () => {
    const events = history([receive()]);
    const since = fileOf([receive()]).unclaimedSince ?? '';
    const check = { type: 'CheckUnclaimed', at: hours(2), by: system, since } as const;
    const happened = given(events)
      .when(check)
      .then(
        { type: 'LeftUnclaimed' },
        {
          type: 'EscalationRaised',
          trigger: 'unclaimed',
          asked: [
            { person: 'hu', standsInFor: null },
            { person: 'he', standsInFor: null },
          ],
        },
      );
    given([...events, ...happened])
      .when(check)
      .thenNothing();
    given(history([receive(), take]))
      .when(check)
      .thenNothing();
  });

  test('a hand-over nobody answers lapses and goes up; the holder stays [S1.10]', () => {
    given(history([receive(), take, offer]))
      .when({ type: 'CheckHandOver', at: hours(6), by: system, offeredAt: hours(2) })
      .then({ type: 'HandOverLapsed', to: 'chen' }, { type: 'EscalationRaised', trigger: 'unanswered' });
  });

  test('a month without an outcome is level 2 at least [S4.b art.3]', () => {
    given(history([receive(), take]))
      .when({ type: 'CheckAge', at: days(32), by: system })
      .then(
        { type: 'StillUnresolved', days: 32 },
        { type: 'ComplaintAssessed', assessment: { severity: 2 } as never },
        { type: 'EscalationRaised' },
      );
  });

  test('a file without any other date reminds its holder, then somebody above [S1.10]', () => {
    const remind = (at: string) => ({ type: 'RemindStanding', at, by: system }) as const;
    const events = history([receive(), take]);
    const first = given(events)
      .when(remind(days(3)))
      .then({ type: 'StandingReminded' });
    given([...events, ...first])
      .when(remind(days(5)))
      .then({ type: 'StandingReminded' }, { type: 'EscalationRaised', trigger: 'standing' });
  });

  test('a cause with a supplier goes to the leader [S0.6]', () => {
    const file = fileOf([receive({ facts: facts({ supplier: true }), evidence: { supplier: '供应商' } })]);
    expect(file.escalation).toMatchObject({ trigger: 'supplier', role: 'leader' });
  });
});

describe('clocks that stand still', () => {
  const pause = (level: 'ordinary' | 'serious', days_ = 5) => ({
    events: history([level === 'serious' ? receivedAtLevel(2) : receive(), take]),
    command: {
      type: 'PauseClocks',
      at: hours(3),
      by: staff('lin'),
      reason: 'waits_for_complainant',
      note: '等照片',
      days: days_,
    } as const,
  });

  test('with a reason and an end, within the pack’s limit [CL-4]', () => {
    const { events, command } = pause('ordinary');
    const happened = given(events)
      .when(command)
      .then({ type: 'ClocksPaused', until: hours(3 + 120) });
    given([...events, ...happened])
      .when({ type: 'ResumeClocks', at: hours(10), by: staff('lin') })
      .thenFile((file) =>
        expect(file.timeline.pauses).toEqual([
          { from: hours(3), to: hours(10), reason: 'waits_for_complainant' },
        ]),
      );
    given(events)
      .when({ ...command, reason: 'lazy' })
      .thenRefused('needs-reason');
    given(events)
      .when({ ...command, days: 99 })
      .thenRefused('pause-too-long');
  });

  test('at levels 1 and 2 only with a second person’s yes [CL-4]', () => {
    const { events, command } = pause('serious');
    const proposed = given(events).when(command).then({ type: 'PauseProposed' });
    const all = [...events, ...proposed];
    given(all)
      .when({ type: 'ApprovePause', at: hours(4), by: staff('lin') })
      .thenRefused('not-authorised');
    given(all)
      .when({ type: 'ApprovePause', at: hours(4), by: staff('wu') })
      .then({ type: 'ClocksPaused' });
    given(all)
      .when({ type: 'RejectPause', at: hours(4), by: staff('wu'), reason: '' })
      .thenRefused('needs-reason');
  });
});
