import { describe, expect, test } from 'vitest';
import { type DeskAction, formActions } from '../../../src/dialog/desk/action.ts';
import { formOf } from '../../../src/dialog/desk/forms.ts';
import { pressed } from '../../../src/dialog/desk/press.ts';
import type { Locale } from '../../../src/terms.ts';
import { complainant, fileOf, hours, organisation, policy, receive, staff } from '../../support/given.ts';

const nothingCovered = { facts: [], approved: [], days: { today: '2026-11-21', agreed: [] }, upheld: false };

const press = (action: DeskAction, fields: Readonly<Record<string, string>> = {}) =>
  pressed({ action, fields, personId: 'lin', at: hours(1), newId: 'n-1', covered: nothingCovered });

const propose = (remedyId: string) =>
  ({
    type: 'ProposeRemedy',
    at: hours(2),
    by: staff('lin'),
    remedyId,
    kind: 'refund',
    money: { amountMinor: 5_050, currency: 'CNY' },
    text: '退款 50.50 元',
    withinDays: 5,
  }) as const;
const decline = (remedyId: string) =>
  ({ type: 'DeclineRemedy', at: hours(3), by: complainant, remedyId, evidence: '不' }) as const;
const complaint = fileOf([
  receive(),
  { type: 'TakeComplaint', at: hours(1), by: staff('lin') },
  { type: 'RecuseStaff', at: hours(1), by: staff('lin'), person: 'chen', reason: '被点名' },
  propose('a'),
  decline('a'),
  propose('b'),
  decline('b'),
]);

/** Actions with ids, as their buttons carry them. */
const withIds: Partial<Record<DeskAction['do'], DeskAction>> = {
  'edit-reply': { do: 'edit-reply', replyId: 'r-1' },
  'return-remedy': { do: 'return-remedy', remedyId: 'a' },
  'reject-remedy': { do: 'reject-remedy', remedyId: 'a' },
  'edit-remedy': { do: 'edit-remedy', remedyId: 'a' },
  'carry-out': { do: 'carry-out', remedyId: 'a' },
  'edit-letter': { do: 'edit-letter', letterId: 'l-1' },
  'return-letter': { do: 'return-letter', letterId: 'l-1' },
};
const formFor = (name: (typeof formActions)[number], locale: Locale = 'zh-CN') => {
  const action = withIds[name] ?? ({ do: name } as DeskAction);
  return formOf('b_1', action, { complaint, policy, organisation, locale, personId: 'hu' });
};

describe('the forms', () => {
  test.each(
    formActions.flatMap((name) => (['zh-CN', 'en'] as const).map((locale) => [name, locale] as const)),
  )('of %s in %s has a title that fits, and inputs with names', (name, locale) => {
    const form = formFor(name, locale);
    expect(form?.title.length).toBeLessThanOrEqual(24);
    expect(form?.fields.length).toBeGreaterThan(0);
    for (const { label, options } of form?.fields ?? []) {
      expect(label).not.toMatch(/^$|undefined|\{/);
      expect(options?.length ?? 1).toBeGreaterThan(0);
    }
  });

  test('a remedy that came back is proposed again from what it was [AP-2]', () => {
    const initial = Object.fromEntries(
      (formFor('edit-remedy')?.fields ?? []).map((field) => [field.id, field.initial]),
    );
    expect(initial).toMatchObject({
      kind: 'refund',
      money: '50.5 CNY',
      text: '退款 50.50 元',
      withinDays: '5',
    });
  });

  test('a last offer may be made once two were declined [S1.9]', () => {
    expect(formFor('propose-remedy')?.fields.map(({ id }) => id)).toContain('bottomLine');
  });

  test('nobody kept out is offered as the next handler [S1.13]', () => {
    const to = formFor('hand-over')?.fields.find(({ id }) => id === 'to');
    expect(to?.options?.map(({ value }) => value)).toContain('lin');
    expect(to?.options?.map(({ value }) => value)).not.toContain('chen');
  });
});

describe('a press', () => {
  test('of a billing error carries what was charged and due; nothing due is a sum too [S1.12]', () => {
    const fields = { charged: '150 CNY', due: '0', evidence: '账单', text: '退还', withinDays: '2' };
    expect(press({ do: 'billing-error' }, fields)).toMatchObject({
      command: {
        type: 'ProposeRemedy',
        billing: { charged: { amountMinor: 15_000 }, due: { amountMinor: 0, currency: 'CNY' } },
      },
    });
    expect(press({ do: 'billing-error' }, { ...fields, charged: 'much' })).toEqual({
      problem: 'invalid-amount',
    });
    expect(press({ do: 'billing-error' }, { ...fields, evidence: '' })).toEqual({ problem: 'facts-missing' });
  });

  test('of a list of people reads one a line', () => {
    expect(press({ do: 'parties' }, { parties: '王芳，3栋402\n\n李强' })).toMatchObject({
      command: {
        parties: [
          { name: '王芳', household: '3栋402' },
          { name: '李强', household: '' },
        ],
      },
    });
  });

  test.each<[DeskAction['do'] & ('letter' | 'resolve' | 'final-response' | 'decline'), string]>([
    ['letter', 'DraftLetter'],
    ['resolve', 'ResolveComplaint'],
    ['final-response', 'ResolveComplaint'],
    ['decline', 'DeclineComplaint'],
  ])('to %s with words the guard objects to does nothing until somebody insists [DI-5]', (name, type) => {
    const fields = { text: '这不是我们的责任，请您冷静。', ground: 'settled' };
    const first = press({ do: name }, fields);
    expect(first).toMatchObject({ problem: 'wording' });
    expect('problem' in first ? first.violations?.map(({ rule }) => rule) : []).toContain('calm_down');
    expect(press({ do: name }, { ...fields, anyway: 'yes' })).toMatchObject({ command: { type } });
  });

  test('to decline may refuse: that is what it is for', () => {
    const fields = { text: '这件事去年已经了结，我们不能再次受理。', ground: 'settled' };
    expect(press({ do: 'decline' }, fields)).toMatchObject({ command: { type: 'DeclineComplaint' } });
  });

  test.each<[DeskAction, string]>([
    [{ do: 'recuse' }, 'needs-reason'],
    [{ do: 'pause' }, 'needs-reason'],
    [{ do: 'responsibility' }, 'facts-missing'],
    [{ do: 'final-response' }, 'needs-reason'],
    [{ do: 'return-letter', letterId: 'l-1' }, 'needs-reason'],
  ])('of %j with nothing filled in is no command', (action, problem) => {
    expect(press(action)).toEqual({ problem });
  });
});
