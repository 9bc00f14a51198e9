import { describe, expect, test } from 'vitest';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { evolve, fold } from '../../src/complaint/evolve.ts';
import { mergeDetails, mergeEvidenced, mergeFacts } from '../../src/complaint/facts.ts';
import { noFacts } from '../../src/policy/facts.ts';
import { facts, fileOf, history, hours, receive, staff, system } from '../support/given.ts';

describe('a file from its events', () => {
  test('is nothing before its receipt', () => {
    expect(fold([])).toBeNull();
  });

  test('begins with its receipt, once: anything else is a bug', () => {
    const note: ComplaintEvent = { type: 'NoteAdded', at: hours(1), by: staff('lin'), text: 'x', files: [] };
    expect(() => evolve(null, note)).toThrow('Invariant');
    const [received] = history([receive()]);
    if (!received) throw new Error('nothing was received');
    expect(() => evolve(fileOf([receive()]), received)).toThrow('Invariant');
  });

  test('counts automatic steps in no reply, no holder and no movement [CL-7]', () => {
    const events: readonly ComplaintEvent[] = [
      ...history([receive()]),
      { type: 'ClockWarned', at: hours(2), by: system, clock: 'first_reply', percent: 50, dueAt: hours(24) },
      { type: 'ContactDelivered', at: hours(2), by: system, messageId: 'o-1', purpose: 'receipt' },
      { type: 'RemedyOffered', at: hours(2), by: system, remedyId: 'p-1' },
    ];
    expect(fold(events)).toMatchObject({
      handler: null,
      movedAt: null,
      timeline: { firstReplyAt: null, repliesAt: [] },
      warned: [`first_reply:${hours(24)}:50`],
    });
  });

  test('moves by what staff do, not by what follows from a rule [ES-1]', () => {
    const regraded: ComplaintEvent = {
      type: 'ComplaintRegraded',
      at: hours(2),
      by: system,
      from: 4,
      severity: 3,
      reason: 'follow_up',
      reasons: [],
    };
    expect(fold([...history([receive()]), regraded])?.movedAt).toBeNull();
    expect(fold([...history([receive()]), { ...regraded, by: staff('lin') }])?.movedAt).toBe(hours(2));
  });

  test('keeps every grade with its time and urgency [TR-4, CL-2]', () => {
    const file = fileOf([
      receive(),
      { type: 'Regrade', at: hours(1), by: staff('lin'), severity: 3, reason: '老人独居' },
    ]);
    expect(file.timeline.grades.map(({ severity, urgency }) => `${severity} ${urgency}`)).toEqual([
      '4 general',
      '3 general',
      '3 urgent',
    ]);
    expect(file.regradeReason).toBe('老人独居');
  });

  test('closes what waited in it when it is shut', () => {
    const file = fileOf([
      receive(),
      { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
      { type: 'TakeTalk', at: hours(1), by: staff('lin') },
      { type: 'OfferHandOver', at: hours(1), by: staff('lin'), to: 'chen', reason: '休假' },
      { type: 'WithdrawComplaint', at: hours(2), by: receive().by, reason: '' },
    ]);
    expect(file).toMatchObject({ handler: 'lin', talkHeldBy: null, handOver: null, drafts: [] });
  });
});

describe('facts said later', () => {
  test('add to what is known and take nothing back [DI-7]', () => {
    const known = facts({ media: true, people: 12, safety: 2, emotion: 'angry', amountMinor: 500 });
    const said = {
      ...noFacts,
      legal: true,
      people: 3,
      safety: 1 as const,
      households: 2,
      wants: ['apology' as const],
    };
    expect(mergeFacts(known, said)).toEqual({
      ...known,
      legal: true,
      households: 2,
      wants: ['fix', 'apology'],
    });
    expect(mergeFacts(known, noFacts)).toEqual(known);
    expect(mergeFacts(noFacts, known)).toEqual(known);
  });

  test('keep the type that was read first; only ‘other’ gives way', () => {
    expect(mergeFacts(facts({ type: 'billing' }), facts({ type: 'logistics' })).type).toBe('billing');
    expect(mergeFacts(noFacts, facts({ type: 'logistics' })).type).toBe('logistics');
  });

  test('bring their words where they raised a fact, and leave the first words where they did not [TR-2]', () => {
    const known = { facts: facts({ media: true, people: 3 }), evidence: { media: '记者', people: '三个人' } };
    const said = {
      facts: facts({ media: true, people: 12, legal: true }),
      evidence: { media: '曝光', people: '十二个人', legal: '起诉' },
    };
    expect(mergeEvidenced(known, said).evidence).toEqual({
      media: '记者',
      people: '十二个人',
      legal: '起诉',
    });
  });

  test('replace details but not the story', () => {
    expect(mergeDetails({ narrative: '漏水', phone: '1' }, { narrative: '还漏', phone: '2' })).toEqual({
      narrative: '漏水',
      phone: '2',
    });
  });
});
