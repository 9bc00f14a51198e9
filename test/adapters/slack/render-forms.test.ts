import { describe, expect, it } from 'vitest';
import {
  formView,
  loadingView,
  noticeView,
  readMoney,
  readOrigin,
  readSubmission,
} from '../../../adapters/slack/forms.ts';
import { homeView } from '../../../adapters/slack/home.ts';
import type { Form, FormField } from '../../../src/outbox/message.ts';
import { locales } from '../../../src/terms.ts';
import { checkView } from '../../support/block-kit.ts';
import { card, longCard } from '../../support/slack-server/outbound.ts';

const field = (more: Partial<FormField> & Pick<FormField, 'kind'>): FormField => ({
  id: `f_${more.kind}`,
  label: 'Label',
  required: true,
  ...more,
});

const form = (fields: readonly FormField[], more: Partial<Form> = {}): Form => ({
  buttonId: 'btn_1',
  locale: 'en',
  title: 'Propose a remedy',
  submit: 'Propose',
  fields,
  ...more,
});

const everyKind: readonly FormField[] = [
  field({ kind: 'line', initial: 'one < two' }),
  field({ kind: 'text', required: false, hint: 'In your own words' }),
  field({ kind: 'choice', options: [{ value: 'refund', label: 'Refund' }], initial: 'refund' }),
  field({ kind: 'money', initial: '120.50 CNY' }),
  field({ kind: 'date', initial: '2026-11-21' }),
  field({ kind: 'time', initial: '2026-11-21T15:00' }),
  field({ kind: 'number', initial: '3' }),
];

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `选项 & ${index}`.repeat(9) }));

describe.each(locales)('in %s every modal and home tab stays within Slack’s limits', (locale) => {
  const origin = {
    buttonId: 'btn_1',
    locale,
    place: 'C0TEAM',
    messageId: '1.2',
    answerTo: `https://h/${'x'.repeat(4000)}`,
  };

  it.each<readonly [string, Form]>([
    ['every kind of input', form(everyKind)],
    ['nothing to fill in', form([])],
    [
      'no words anywhere',
      form([field({ kind: 'text', label: '', hint: '' })], { title: '', submit: '', intro: ' ' }),
    ],
    [
      'everything too long',
      form(
        Array.from({ length: 30 }, (_, index) =>
          field({
            kind: 'text',
            id: `f${index}`,
            label: '字'.repeat(3000),
            hint: '&'.repeat(3000),
            initial: '字'.repeat(4000),
            maxLength: 9000,
          }),
        ),
        {
          title: '一个非常非常非常长的标题放不进二十四个字'.repeat(3),
          submit: '&'.repeat(40),
          intro: '介绍'.repeat(5000),
        },
      ),
    ],
    ['a hundred choices', form([field({ kind: 'choice', options: options(100) })])],
    ['a thousand choices', form([field({ kind: 'choice', options: options(1000), initial: 'v999' })])],
  ])('%s', (name, each) => {
    const view = formView(each, origin);
    const found = checkView(view);
    // Thirty fields of 3,000 Chinese characters each are more bytes than any view may have; nothing else may be wrong.
    expect(found.filter((problem) => name !== 'everything too long' || !problem.includes('bytes'))).toEqual(
      [],
    );
  });

  it('what is shown while waiting, and when there is nothing to fill in', () => {
    expect(checkView(loadingView())).toEqual([]);
    for (const name of ['done', 'notOpened', 'talkInstead'] as const)
      expect(checkView(noticeView(name, locale))).toEqual([]);
  });

  it.each([
    ['nobody of ours', null],
    ['an empty queue', []],
    ['one complaint', [{ number: 'R-1', card: card(locale), nextDue: '2026-11-21T08:00:00.000Z' }]],
    [
      'five hundred long complaints',
      Array.from({ length: 500 }, () => ({ number: 'R-1', card: longCard(locale, '字'), nextDue: null })),
    ],
  ])('the home tab of %s', (_, queue) => {
    expect(checkView(homeView(queue, locale))).toEqual([]);
  });
});

describe('a form', () => {
  it('asks what its fields ask, each under its own id', () => {
    const view = formView(form(everyKind), { buttonId: 'btn_1', locale: 'en' });
    const inputs = view.blocks.flatMap((block) =>
      block.type === 'input' && 'element' in block
        ? [[block.block_id, block.element.type, block.optional]]
        : [],
    );
    expect(inputs).toEqual([
      ['f_line', 'plain_text_input', false],
      ['f_text', 'plain_text_input', true],
      ['f_choice', 'static_select', false],
      ['f_money', 'plain_text_input', false],
      ['f_date', 'datepicker', false],
      ['f_time', 'datepicker', false],
      ['f_time#time', 'timepicker', false],
      ['f_number', 'number_input', false],
    ]);
  });

  it('keeps what a person typed as it is: inputs are the one thing Slack takes unescaped', () => {
    const view = formView(form(everyKind), { buttonId: 'btn_1', locale: 'en' });
    expect(view.blocks[0]).toMatchObject({ element: { initial_value: 'one < two' } });
  });

  it('takes words from elsewhere before its own suggestion', () => {
    const view = formView(form(everyKind), { buttonId: 'btn_1', locale: 'en' }, { f_text: 'from a message' });
    expect(view.blocks[1]).toMatchObject({ element: { initial_value: 'from a message' } });
  });

  it('remembers where it was opened', () => {
    const origin = {
      buttonId: 'b',
      command: 'new',
      locale: 'zh-CN',
      place: 'C1',
      messageId: '1.2',
      thread: '1.1',
      answerTo: 'https://h/x',
    } as const;
    expect(readOrigin(formView(form([]), origin).private_metadata ?? '')).toEqual(origin);
    expect(readOrigin('not ours')).toBeUndefined();
    expect(readOrigin('')).toBeUndefined();
  });
});

const state = (values: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => ({
  state: { values },
});

describe('a submission', () => {
  it('gives the fields of the form as text', () => {
    const view = state({
      f_line: { words: { type: 'plain_text_input', value: 'a & b' } },
      f_empty: { words: { type: 'plain_text_input', value: null } },
      f_choice: { choice: { type: 'static_select', selected_option: { value: 'refund' } } },
      f_money: { 'money:CNY': { type: 'plain_text_input', value: ' ￥1,280.5 ' } },
      f_date: { date: { type: 'datepicker', selected_date: '2026-11-21' } },
      f_time: { time: { type: 'datepicker', selected_date: '2026-11-22' } },
      'f_time#time': { time: { type: 'timepicker', selected_time: '15:00' } },
      f_number: { number: { type: 'number_input', value: '3.5' } },
    });
    expect(readSubmission(view, 'en')).toEqual({
      fields: {
        f_line: 'a & b',
        f_choice: 'refund',
        f_money: '1280.5 CNY',
        f_date: '2026-11-21',
        f_time: '2026-11-22T15:00',
        f_number: '3.5',
      },
    });
  });

  it('says under the input what is wrong with it', () => {
    const view = state({
      f_money: { 'money:': { value: 'a lot' } },
      f_number: { number: { value: 'three' } },
      f_time: { time: { selected_date: '2026-11-22' } },
      'f_time#time': { time: { selected_time: null } },
    });
    expect(readSubmission(view, 'en')).toEqual({
      errors: {
        f_money: 'Please write an amount and its currency, for example 120.50 CNY.',
        f_number: 'Please write a number.',
        'f_time#time': 'Please choose both the date and the time.',
      },
    });
  });

  it.each([
    ['120.50 CNY', '', '120.50 CNY'],
    ['cny 120', '', '120 CNY'],
    ['¥1,200', '', '1200 CNY'],
    ['300元', '', '300 CNY'],
    ['３００', 'CNY', '300 CNY'],
    ['$5', 'CNY', '5 USD'],
    ['300', '', null],
    ['refund', 'CNY', null],
    ['1.2.3', 'CNY', null],
    ['-5', 'CNY', null],
    ['', 'CNY', null],
  ])('reads money “%s” (usual: “%s”) as %s', (written, usual, read) => {
    expect(readMoney(written, usual)).toBe(read);
  });
});
