import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalSteps, approvalWaitMinutes, mayApprove, nextInLine } from '../../src/policy/authority.ts';
import { noFacts } from '../../src/policy/facts.ts';
import { findPerson } from '../../src/policy/organisation.ts';
import { type RemedyKind, type Role, remedyKinds, type Severity } from '../../src/terms.ts';
import { demo, readPolicy } from './read.ts';

const general = readPolicy('general');
const steps = (
  kind: RemedyKind,
  yuan: number | null,
  severity: Severity = 4,
  roles: readonly Role[] = ['handler'],
  totalYuan = 0,
) =>
  approvalSteps(
    {
      kind,
      money: yuan === null ? null : { amountMinor: yuan * 100, currency: 'CNY' },
      severity,
      facts: noFacts,
      totalMinor: totalYuan * 100,
      proposerRoles: roles,
    },
    general,
  ).steps;

describe('who must approve [AP-2]', () => {
  it.each([
    ['refund', 200, 4, ['handler'], []],
    ['refund', 200.01, 4, ['handler'], ['head']],
    ['refund', 2000, 4, ['handler'], ['head']],
    ['refund', 2000.01, 4, ['handler'], ['leader']],
    ['refund', 20000, 4, ['handler'], ['leader']],
    ['refund', 20000.01, 4, ['handler'], ['general_manager']],
    ['refund', 2000, 4, ['head'], []],
    ['refund', 2001, 4, ['head'], ['leader']],
    ['refund', 1, 2, ['handler'], ['head']],
    ['refund', 1, 1, ['handler'], ['leader']],
    ['refund', 1, 1, ['head'], ['leader']],
    ['refund', 90000, 1, ['general_manager'], []],
    ['apology', null, 1, ['handler'], []],
    ['explanation', null, 4, ['handler'], []],
    ['apology', 500, 4, ['handler'], ['head']],
    ['repair', null, 4, ['handler'], []],
    ['repair', null, 2, ['handler'], ['head']],
    ['visit', null, 1, ['handler'], ['leader']],
    ['refund', 100, 4, ['legal'], ['handler']],
  ] as const)('%s of %j at level %i by %j: %j', (kind, yuan, severity, roles, expected) => {
    expect(steps(kind, yuan, severity, roles)).toEqual(expected);
  });

  it('counts what was already granted, so that small sums are no way round', () => {
    expect(steps('coupon', 100, 4, ['handler'], 100)).toEqual([]);
    expect(steps('coupon', 100, 4, ['handler'], 101)).toEqual(['head']);
  });

  it('sends money of another currency to the top rather than comparing it', () => {
    const question = {
      kind: 'refund',
      money: { amountMinor: 100, currency: 'USD' },
      severity: 4,
      facts: noFacts,
      totalMinor: 0,
      proposerRoles: ['handler'],
    } as const;
    expect(approvalSteps(question, general).steps).toEqual(['general_manager']);
  });

  it('passes silence to the next in line after the pack’s wait [AP-2]', () => {
    expect(approvalWaitMinutes(null, general)).toBe(240);
    expect(approvalWaitMinutes('general_manager', general)).toBe(1440);
    expect((['handler', 'head', 'leader', 'general_manager', 'legal'] as const).map(nextInLine)).toEqual([
      'head',
      'leader',
      'general_manager',
      null,
      'general_manager',
    ]);
  });

  it('never asks less for more money [AP-2]', () => {
    const rank: readonly Role[] = ['handler', 'head', 'leader', 'general_manager'];
    const height = (asked: readonly Role[]): number => rank.indexOf(asked[0] ?? 'handler');
    fc.assert(
      fc.property(
        fc.constantFrom(...remedyKinds),
        fc.nat(50_000),
        fc.nat(50_000),
        fc.constantFrom<Severity>(1, 2, 3, 4),
        (kind, less, more, severity) => {
          expect(height(steps(kind, less + more + 1, severity))).toBeGreaterThanOrEqual(
            height(steps(kind, less + 1, severity)),
          );
        },
      ),
    );
  });
});

describe('whether a person may decide [AP-2, S1.13]', () => {
  const organisation = demo();
  const ask = (person: string, role: Role, proposer = 'lin', recused: readonly string[] = []) => {
    const found = findPerson(organisation, person);
    return found && mayApprove({ person: found, role, proposer, recused });
  };

  it.each([
    ['zhou_head', 'head', true],
    ['wu_leader', 'head', true],
    ['gm_zhao', 'leader', true],
    ['lin', 'head', 'not-authorised'],
    ['zhou_head', 'leader', 'not-authorised'],
    ['qian_legal', 'legal', true],
    ['gm_zhao', 'legal', 'not-authorised'],
    ['he_owner', 'handler', 'not-authorised'],
  ] as const)('%s as %s: %s', (person, role, expected) => {
    expect(ask(person, role)).toBe(expected);
  });

  it('maker is not checker', () => {
    expect(ask('zhou_head', 'head', 'zhou_head')).toBe('maker-is-checker');
  });

  it('someone named in the complaint never, whatever their role', () => {
    expect(ask('gm_zhao', 'head', 'lin', ['gm_zhao'])).toBe('recused');
  });
});
