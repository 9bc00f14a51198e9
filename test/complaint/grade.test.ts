import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/complaint/commands.ts';
import type { Severity } from '../../src/terms.ts';
import {
  complainant,
  facts,
  fileOf,
  given,
  history,
  hours,
  receive,
  receivedAtLevel,
  staff,
  statement,
} from '../support/given.ts';

const regrade = (severity: Severity, by = 'lin', reason = '孕妇在家，漏水漏电'): Command => ({
  type: 'Regrade',
  at: hours(1),
  by: staff(by),
  severity,
  reason,
});
const approve = (by: string): Command => ({ type: 'ApproveRegrade', at: hours(2), by: staff(by) });
const reject = (by: string, reason = '媒体已经联系'): Command => ({
  type: 'RejectRegrade',
  at: hours(2),
  by: staff(by),
  reason,
});

describe('Regrade', () => {
  test('moves between levels 3 and 4 at once, both ways [TR-7]', () => {
    given(history([receive()]))
      .when(regrade(3))
      .then({ type: 'ComplaintRegraded', from: 4, severity: 3 }, { type: 'ComplaintAssessed' });
    given(history([receivedAtLevel(3)]))
      .when(regrade(4))
      .then({ type: 'ComplaintRegraded', from: 3, severity: 4 });
    expect(fileOf([receivedAtLevel(3), regrade(4)])).toMatchObject({
      severity: 4,
      assessment: { severity: 3 },
    });
  });

  test('raises to level 2 with its urgency and calls a manager [TR-4, S1.10]', () => {
    given(history([receive()]))
      .when(regrade(2))
      .then(
        { type: 'ComplaintRegraded', severity: 2 },
        { type: 'ComplaintAssessed' },
        { type: 'EscalationRaised', trigger: 'level:regraded', role: 'head' },
      );
    const file = fileOf([receive(), regrade(2)]);
    expect(file).toMatchObject({ severity: 2, assessment: { severity: 4, urgency: 'very_urgent' } });
    expect(file.timeline.grades.at(-1)).toMatchObject({ severity: 2, urgency: 'very_urgent' });
  });

  test('calls again when level 2 becomes level 1 [S1.10]', () => {
    given(history([receivedAtLevel(2)]))
      .when(regrade(1))
      .then(
        { type: 'ComplaintRegraded', severity: 1 },
        { type: 'EscalationRaised', trigger: 'level:regraded' },
      );
  });

  test('needs a reason, and is quiet at the level it has [TR-7]', () => {
    given(history([receive()]))
      .when(regrade(3, 'lin', '  '))
      .thenRefused('needs-reason');
    given(history([receive()]))
      .when(regrade(4))
      .thenNothing();
    given(history([receive()]))
      .when({ ...regrade(3), by: complainant })
      .thenRefused('not-authorised');
  });
});

describe('lowering level 1 or 2', () => {
  test.each([1, 2] as const)('waits for a second person at level %s [TR-7]', (level) => {
    given(history([receivedAtLevel(level)]))
      .when(regrade(4))
      .then({ type: 'RegradeProposed', severity: 4 });
    expect(fileOf([receivedAtLevel(level), regrade(4)])).toMatchObject({
      severity: level,
      regrade: { severity: 4, by: 'lin' },
    });
    given(history([receivedAtLevel(level), regrade(4)]))
      .when(regrade(4))
      .thenNothing();
  });

  test('is approved by a head or above who did not propose it, and ends the call it made [TR-7]', () => {
    const proposed = [receivedAtLevel(2), regrade(4)];
    given(history(proposed)).when(approve('hu')).then({ type: 'ComplaintRegraded', from: 2, severity: 4 });
    expect(fileOf([...proposed, approve('hu')])).toMatchObject({
      severity: 4,
      regrade: null,
      regradeReason: '孕妇在家，漏水漏电',
      escalation: null,
    });
    given(history(proposed)).when(approve('chen')).thenRefused('not-authorised', { role: 'head' });
    given(history([receivedAtLevel(2), regrade(4, 'hu')]))
      .when(approve('hu'))
      .thenRefused('maker-is-checker');
    given(history([receivedAtLevel(2), regrade(4, 'hu')]))
      .when(approve('he'))
      .then({ type: 'ComplaintRegraded' });
  });

  test('is over once something new makes it worse: what was proposed was about less [TR-7]', () => {
    const worse: Command = {
      type: 'AddStatement',
      at: hours(1),
      by: complainant,
      statement: statement('m-2', '业主占领售楼处商讨示威'),
      facts: facts({ demonstration: true }),
      evidence: { demonstration: '占领售楼处' },
      details: {},
    };
    const proposed = [receivedAtLevel(2), regrade(4), worse];
    expect(fileOf(proposed)).toMatchObject({ severity: 1, regrade: null });
    given(history(proposed)).when(approve('hu')).thenNothing();
  });

  test('is rejected with a reason; a second press is quiet [TR-7]', () => {
    const proposed = [receivedAtLevel(2), regrade(4)];
    given(history(proposed)).when(reject('hu', '')).thenRefused('needs-reason');
    given(history(proposed)).when(reject('hu')).then({ type: 'RegradeRejected' });
    given(history([...proposed, reject('hu')]))
      .when(reject('hu'))
      .thenNothing();
    given(history([...proposed, approve('hu')]))
      .when(approve('hu'))
      .thenNothing();
  });
});

describe('SuggestGrade', () => {
  const suggest = (severity: Severity, by: Command['by'] = { kind: 'system' }): Command => ({
    type: 'SuggestGrade',
    at: hours(1),
    by,
    severity,
    facts: [],
    evidence: ['孕妇在家'],
    promptHash: 'ab12',
  });

  test('is kept with its prompt and moves nothing [TR-2]', () => {
    given(history([receive()]))
      .when(suggest(3))
      .then({ type: 'GradeSuggested', severity: 3, promptHash: 'ab12' });
    expect(fileOf([receive(), suggest(3)])).toMatchObject({ severity: 4, suggested: 3 });
  });

  test('is quiet for level 1, for what is not worse, and a second time; never a person’s to give [TR-2]', () => {
    given(history([receive()]))
      .when(suggest(1))
      .thenNothing();
    given(history([receivedAtLevel(2)]))
      .when(suggest(2))
      .thenNothing();
    given(history([receive(), suggest(3)]))
      .when(suggest(3))
      .thenNothing();
    given(history([receive(), suggest(3)]))
      .when(suggest(2))
      .then({ type: 'GradeSuggested' });
    given(history([receive()]))
      .when(suggest(3, staff('lin')))
      .thenRefused('not-authorised');
    given(history([receive()]))
      .when(suggest(3, complainant))
      .thenRefused('not-authorised');
  });
});
