import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import { letterHash } from '../../src/complaint/decide/letter.ts';
import type { ComplaintEvent } from '../../src/complaint/events.ts';
import { fold } from '../../src/complaint/evolve.ts';
import { days, given, history, hours, receive, receivedAtLevel, staff, system } from '../support/given.ts';

const take = { type: 'TakeComplaint', at: hours(1), by: staff('lin') } as const;
const draft = (text: string) =>
  ({ type: 'DraftLetter', at: hours(2), by: staff('lin'), letterId: 'l-1', text }) as const;
const approve = (id: string, version = 1) =>
  ({ type: 'ApproveLetter', at: hours(3), by: staff(id), letterId: 'l-1', version }) as const;
const send = { type: 'SendLetter', at: hours(4), by: staff('lin'), letterId: 'l-1' } as const;
const finding = {
  type: 'RecordFinding',
  at: hours(2),
  by: staff('lin'),
  outcome: 'upheld',
  valid: true,
  department: 'service',
  cause: '疏忽',
  text: '属实。',
} as const;

describe('a formal letter', () => {
  test('passes the department, legal and the leader in this order, then goes out as a human reply [S1.5]', () => {
    const events: ComplaintEvent[] = [...history([receive(), take, draft('尊敬的王女士：……')])];
    given(events).when(approve('qian')).thenRefused('not-authorised', { role: 'head' });
    for (const id of ['hu', 'qian', 'wu']) {
      given(events).when(send).thenRefused('letter-not-approved');
      events.push(
        ...given(events)
          .when(approve(id))
          .then({ type: 'LetterApproved', sha256: letterHash('尊敬的王女士：……') }),
      );
    }
    given(events)
      .when(send)
      .thenFile((file) => expect(file.timeline.firstReplyAt).toBe(hours(4)));
  });

  test('a changed letter is reviewed from the beginning; its former version stays', () => {
    const events = history([receive(), take, draft('甲'), approve('hu'), draft('乙')]);
    given(events).when(approve('qian', 1)).thenRefused('stale');
    const letter = fold(events)?.letters[0];
    expect(letter?.approvals).toEqual([]);
    expect(letter?.versions.map(({ sha256 }) => sha256)).toEqual([letterHash('甲'), letterHash('乙')]);
  });

  test('its writer does not review it [AP-2]', () => {
    const events = history([receive(), { ...take, by: staff('hu') }, { ...draft('甲'), by: staff('hu') }]);
    given(events).when(approve('hu')).thenRefused('maker-is-checker');
  });
});

describe('responsibility', () => {
  const record = {
    type: 'RecordResponsibility',
    at: hours(5),
    by: staff('lin'),
    unit: '乙班组',
    person: '',
    deduction: { amountMinor: 20_000, currency: 'CNY' },
    reason: '漏检',
  } as const;

  test('is settled at once for an ordinary complaint, by the general manager for a serious one [S0.7]', () => {
    given(history([receive(), take, finding]))
      .when(record)
      .then({ type: 'ResponsibilityRecorded', needsApproval: false });
    const serious = history([receivedAtLevel(2), take, finding, record]);
    given(serious)
      .when({ type: 'ApproveResponsibility', at: days(1), by: staff('wu') })
      .thenRefused('not-authorised');
    given(serious)
      .when({ type: 'ApproveResponsibility', at: days(1), by: staff('zhao') })
      .thenFile((file) => expect(file.responsibility?.status).toBe('settled'));
  });

  test('that nobody decides on is asked again, then goes up to the independent person, who may decide too [RE-6]', () => {
    const serious = history([receivedAtLevel(2), take, finding, record]);
    const pass = (at: string, askedAt: string): Command => ({
      ...{ type: 'PassResponsibility', at, by: system, askedAt },
    });
    const decide = (by: string): Command => ({ type: 'ApproveResponsibility', at: days(4), by: staff(by) });
    given(serious)
      .when(pass(hours(6), record.at))
      .thenNothing();
    given(serious)
      .when(pass(days(1), hours(1)))
      .thenNothing();
    const again = given(serious)
      .when(pass(days(2), record.at))
      .then({ type: 'ResponsibilityPassed', role: 'general_manager' });
    const asked = [...serious, ...again];
    given(asked)
      .when(pass(days(2), record.at))
      .thenNothing();
    given(asked).when(decide('sun')).thenRefused('not-authorised');
    const up = given(asked)
      .when(pass(days(3), days(2)))
      .then({ type: 'ResponsibilityPassed', role: 'independent' });
    given([...asked, ...up])
      .when(decide('sun'))
      .then({ type: 'ResponsibilityApproved' });
    given([...asked, ...up])
      .when(decide('zhao'))
      .then({ type: 'ResponsibilityApproved' });
    given([...asked, ...up])
      .when(decide('wu'))
      .thenRefused('not-authorised');
    const settled = given(serious).when(decide('zhao')).then({ type: 'ResponsibilityApproved' });
    given([...serious, ...settled])
      .when(pass(days(5), record.at))
      .thenNothing();
  });

  test('comes after the finding [S0.8]', () => {
    given(history([receive(), take]))
      .when(record)
      .thenRefused('finding-first');
  });
});

describe('who complains together, and what was over before', () => {
  test('people and households are counted once each, and ten households are level 1 [IN-13, S4.b art.3]', () => {
    const parties = Array.from({ length: 10 }, (_, index) => ({
      name: `业主${index}`,
      household: `${index}01`,
    }));
    given(history([receive(), take]))
      .when({ type: 'ListParties', at: hours(2), by: staff('lin'), parties: [...parties, ...parties] })
      .thenFile((file) => {
        expect(file.facts).toMatchObject({ people: 10, households: 10, collective: true });
        expect(file.severity).toBe(1);
      });
  });

  test('a ruling spoken of is a ground for staff to judge; a threat of court is none [S1.14]', () => {
    const says = (text: string) => history([receive({ summary: text })]).map(({ type }) => type);
    expect(says('法院去年已经判决了，你们还是不修。')).toContain('GroundFound');
    expect(says('再不修我就去法院起诉你们。')).not.toContain('GroundFound');
  });
});
