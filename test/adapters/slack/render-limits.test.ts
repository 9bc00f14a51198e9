import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../support/block-kit.ts';

/** The validator itself: what Slack would refuse it must refuse, or the tests that lean on it say nothing. */
const plain = (text: string) => ({ type: 'plain_text', text });
const section = (text: string) => ({ type: 'section', text: plain(text) });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Take'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('What'),
  element,
  ...more,
});
const words = { type: 'plain_text_input', action_id: 'w' };
const modal = (blocks: readonly object[], more: object = {}) => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Send'),
  blocks,
  ...more,
});
const option = (value = 'v', text = 'V') => ({ text: plain(text), value });
const select = (more: object) => input({ type: 'static_select', action_id: 's', ...more });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe('the validator takes', () => {
  it('an ordinary message and an ordinary modal', () => {
    expect(checkMessage({ text: 'hello', blocks: [section('hello'), actions(button())] })).toEqual([]);
    expect(checkView(modal([input(words), select({ options: [option()] })]))).toEqual([]);
  });
});

describe('the validator refuses a message with', () => {
  it.each<readonly [string, readonly object[]]>([
    ['51 blocks', many(51, () => ({ type: 'divider' }))],
    ['a section of 3,001', [section('x'.repeat(3001))]],
    ['an empty section', [{ type: 'section' }]],
    ['empty text', [section('')]],
    ['11 fields', [{ type: 'section', fields: many(11, () => plain('x')) }]],
    ['a field of 2,001', [{ type: 'section', fields: [plain('x'.repeat(2001))] }]],
    ['a header of 151', [{ type: 'header', text: plain('x'.repeat(151)) }]],
    ['a header with formatting', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
    ['11 context elements', [{ type: 'context', elements: many(11, () => plain('x')) }]],
    ['26 buttons in a row', [actions(...many(26, (index) => button({ action_id: `a${index}` })))]],
    ['no button in a row', [actions()]],
    ['a button label of 76', [actions(button({ text: plain('x'.repeat(76)) }))]],
    ['a button value of 2,001', [actions(button({ value: 'x'.repeat(2001) }))]],
    ['an action id of 256', [actions(button({ action_id: 'x'.repeat(256) }))]],
    ['an unknown style', [actions(button({ style: 'warning' }))]],
    ['one action id twice', [actions(button()), actions(button())]],
    [
      'one block id twice',
      [
        { ...section('a'), block_id: 'b' },
        { ...section('b'), block_id: 'b' },
      ],
    ],
    ['a block id of 256', [{ ...section('a'), block_id: 'x'.repeat(256) }]],
    ['13,201 characters in all', many(5, () => section('x'.repeat(2641)))],
    ['an unknown block', [{ type: 'carousel' }]],
    ['an unknown key', [{ ...section('a'), colour: 'red' }]],
    ['a mention', [section('<!channel>')]],
    ['a bare &', [section('a & b')]],
  ])('%s', (_, blocks) => {
    expect(checkMessage({ text: 'x', blocks })).not.toEqual([]);
  });

  it.each([
    ['text of 4,001', 'x'.repeat(4001)],
    ['no text', ' '],
    ['a mention in its text', '<@U1>'],
  ])('%s', (_, text) => {
    expect(checkMessage({ text, blocks: [section('x')] })).not.toEqual([]);
  });
});

describe('the validator refuses a view with', () => {
  it.each<readonly [string, object]>([
    ['no blocks', modal([])],
    ['101 blocks', modal(many(101, () => ({ type: 'divider' })))],
    ['a title of 25', modal([section('x')], { title: plain('x'.repeat(25)) })],
    ['a submit of 25', modal([section('x')], { submit: plain('x'.repeat(25)) })],
    ['inputs and no submit', modal([input(words)], { submit: undefined })],
    ['metadata of 3,001', modal([section('x')], { private_metadata: 'x'.repeat(3001) })],
    ['a callback id of 256', modal([section('x')], { callback_id: 'x'.repeat(256) })],
    ['a label of 2,001', modal([input(words, { label: plain('x'.repeat(2001)) })])],
    ['a hint of 2,001', modal([input(words, { hint: plain('x'.repeat(2001)) })])],
    ['a placeholder of 151', modal([input({ ...words, placeholder: plain('x'.repeat(151)) })])],
    ['an input of 3,001', modal([input({ ...words, max_length: 3001 })])],
    ['more in an input than it takes', modal([input({ ...words, max_length: 2, initial_value: 'xxx' })])],
    ['101 choices', modal([select({ options: many(101, (index) => option(`${index}`)) })])],
    ['no choice', modal([select({ options: [] })])],
    ['a choice of 76', modal([select({ options: [option('v', 'x'.repeat(76))] })])],
    ['a choice value of 151', modal([select({ options: [option('x'.repeat(151))] })])],
    ['a chosen choice that is none', modal([select({ options: [option()], initial_option: option('w') })])],
    [
      'a date that is none',
      modal([input({ type: 'datepicker', action_id: 'd', initial_date: '21.11.2026' })]),
    ],
    ['a time that is none', modal([input({ type: 'timepicker', action_id: 't', initial_time: '3 pm' })])],
    ['250,001 bytes', modal([input({ ...words, initial_value: '' })], { external_id: '字'.repeat(84_000) })],
    ['another type', { ...modal([section('x')]), type: 'dialog' }],
  ])('%s', (_, view) => {
    expect(checkView(view)).not.toEqual([]);
  });
});
