import type { types } from '@slack/bolt';
import type { Form, FormField } from '../../src/outbox/message.ts';
import type { Locale } from '../../src/terms.ts';
import { contextLine, plain, sections } from './blocks.ts';
import { limits } from './limits.ts';
import { bothLanguages, phrase } from './phrases.ts';
import { entriesAt, numberAt, parseJson, textAt } from './reading.ts';

/** Callback id of the modal whose submission completes a button. */
export const formCallback = 'complaint-form';

/** What a modal remembers of where it was opened. */
export interface FormOrigin {
  readonly buttonId: string;
  /** Set when a command opened the form, not a button. */
  readonly command?: 'new';
  readonly locale: Locale;
  readonly place?: string;
  readonly messageId?: string;
  readonly thread?: string;
  readonly answerTo?: string;
}

const title = (text: string): types.PlainTextElement => plain(text, limits.viewTitle);

const notice = (heading: string, text: string, close: string): types.ModalView => ({
  type: 'modal',
  title: title(heading),
  close: plain(close, limits.viewButton),
  blocks: [...sections(text)],
});

/** Shown at once on every press that may need input, before we have looked anything up: a trigger lives three seconds. */
export const loadingView = (): types.ModalView =>
  notice('Redress', bothLanguages('openingText'), bothLanguages('close'));

/** A modal that only says something. */
export const noticeView = (name: 'done' | 'notOpened' | 'talkInstead', locale: Locale): types.ModalView =>
  notice(phrase(name, locale), phrase(`${name}Text`, locale), phrase('close', locale));

/** The form as a modal. `initial` fills fields by id, before what the form itself suggests. */
export const formView = (
  form: Form,
  origin: FormOrigin,
  initial: Readonly<Record<string, string>> = {},
): types.ModalView => ({
  type: 'modal',
  callback_id: formCallback,
  title: title(form.title),
  submit: plain(form.submit, limits.viewButton),
  close: plain(phrase('cancel', origin.locale), limits.viewButton),
  private_metadata: privateMetadata(origin),
  blocks: [
    ...(form.intro ? sections(form.intro) : []),
    ...form.fields.flatMap((field) => inputs(withInitial(field, initial[field.id]), origin.locale)),
    ...(form.fields.length === 0 && !form.intro ? [contextLine(form.title)] : []),
  ].slice(0, limits.viewBlocks),
});

/** The way to answer is a convenience, so it is what gives way when the metadata would be refused for its length. */
const privateMetadata = (origin: FormOrigin): string => {
  const whole = JSON.stringify(origin);
  return whole.length <= limits.privateMetadata ? whole : JSON.stringify({ ...origin, answerTo: undefined });
};

/** The origin a modal remembered; undefined when the metadata is not ours. */
export const readOrigin = (privateMetadataText: string): FormOrigin | undefined => {
  const value = parseJson(privateMetadataText);
  const buttonId = textAt(value, 'buttonId');
  if (buttonId === undefined) return undefined;
  const place = textAt(value, 'place');
  const messageId = textAt(value, 'messageId');
  const thread = textAt(value, 'thread');
  const answerTo = textAt(value, 'answerTo');
  return {
    buttonId,
    ...(textAt(value, 'command') === 'new' ? { command: 'new' } : {}),
    locale: textAt(value, 'locale') === 'zh-CN' ? 'zh-CN' : 'en',
    ...(place ? { place } : {}),
    ...(messageId ? { messageId } : {}),
    ...(thread ? { thread } : {}),
    ...(answerTo ? { answerTo } : {}),
  };
};

const withInitial = (field: FormField, initial: string | undefined): FormField =>
  initial === undefined ? field : { ...field, initial };

/** A time takes two inputs, day and hour, because Slack's own has the reader's zone and the form has the organisation's. */
const timePart = '#time';

const inputs = (field: FormField, locale: Locale): readonly types.InputBlock[] => {
  if (field.kind !== 'time') return [input(field, field.id, element(field, locale))];
  const [day, hour] = (field.initial ?? '').split('T', 2);
  const date: types.Datepicker = {
    type: 'datepicker',
    action_id: 'time',
    ...(day ? { initial_date: day } : {}),
  };
  const time: types.Timepicker = {
    type: 'timepicker',
    action_id: 'time',
    ...(hour ? { initial_time: hour } : {}),
  };
  const { hint: _, ...unhinted } = field;
  return [
    input(field, field.id, date),
    input(
      { ...unhinted, label: `${field.label} · ${phrase('timeOfDay', locale)}` },
      `${field.id}${timePart}`,
      time,
    ),
  ];
};

const input = (
  field: Omit<FormField, 'kind'>,
  blockId: string,
  inputElement: types.InputBlock['element'],
): types.InputBlock => ({
  type: 'input',
  block_id: blockId,
  optional: !field.required,
  label: plain(field.label, limits.inputLabel),
  element: inputElement,
  ...(field.hint ? { hint: plain(field.hint, limits.inputHint) } : {}),
});

const element = (field: FormField, locale: Locale): types.InputBlock['element'] => {
  switch (field.kind) {
    case 'choice':
      return choice(field);
    case 'date':
      return {
        type: 'datepicker',
        action_id: 'date',
        ...(field.initial ? { initial_date: field.initial } : {}),
      };
    case 'number':
      return {
        type: 'number_input',
        action_id: 'number',
        is_decimal_allowed: true,
        ...(field.initial ? { initial_value: field.initial } : {}),
      };
    case 'money':
      return { ...words(field), action_id: moneyAction(field), placeholder: moneyPlaceholder(locale) };
    default:
      return { ...words(field), multiline: field.kind === 'text' };
  }
};

const moneyPlaceholder = (locale: Locale): types.PlainTextElement =>
  plain(phrase('moneyHint', locale), limits.placeholder);

/** Input values are the one place Slack gives and takes unescaped. */
const words = (field: FormField): types.PlainTextInput => {
  const max = Math.min(field.maxLength ?? limits.inputText, limits.inputText);
  return {
    type: 'plain_text_input',
    action_id: 'words',
    max_length: max,
    ...(field.initial ? { initial_value: field.initial.slice(0, max) } : {}),
  };
};

const choice = (field: FormField): types.StaticSelect => {
  const options = (field.options ?? []).filter((option) => option.value.length <= limits.optionValue);
  const all = options.map(
    (option): types.PlainTextOption => ({
      text: plain(option.label, limits.optionText),
      value: option.value,
    }),
  );
  const chosen = all.find((option) => option.value === field.initial);
  const common = {
    type: 'static_select',
    action_id: 'choice',
    ...(chosen ? { initial_option: chosen } : {}),
  } as const;
  if (all.length <= limits.options) return { ...common, options: all };
  const groups = Math.min(Math.ceil(all.length / limits.options), limits.options);
  return {
    ...common,
    option_groups: Array.from({ length: groups }, (_, index) => ({
      label: plain(`${index + 1}/${groups}`, limits.optionText),
      options: all.slice(index * limits.options, (index + 1) * limits.options),
    })),
  };
};

const moneyAction = (field: FormField): string =>
  `money:${/\b[A-Z]{3}\b/.exec(field.initial ?? field.hint ?? '')?.[0] ?? ''}`;

/** What was filled in, or what is wrong with it by block id. */
export type Submission =
  | { readonly fields: Readonly<Record<string, string>> }
  | { readonly errors: Readonly<Record<string, string>> };

/** The state of a submitted modal as the fields of its form. Inputs left empty are not there. */
export const readSubmission = (view: unknown, locale: Locale): Submission => {
  const fields: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const [blockId, actions] of entriesAt(view, 'state', 'values')) {
    const [actionId, state] = entriesAt(actions)[0] ?? [];
    const value = stateValue(state);
    if (actionId === undefined || value === undefined) continue;
    const read = readValue(actionId, value);
    if (read === null)
      errors[blockId] = phrase(actionId.startsWith('money') ? 'moneyWrong' : 'numberWrong', locale);
    else fields[blockId] = read;
  }
  joinTimes(fields, errors, { view, locale });
  return Object.keys(errors).length > 0 ? { errors } : { fields };
};

const stateValue = (state: unknown): string | undefined =>
  textAt(state, 'value') ??
  numberAt(state, 'value')?.toString() ??
  textAt(state, 'selected_option', 'value') ??
  textAt(state, 'selected_date') ??
  textAt(state, 'selected_time');

const readValue = (actionId: string, value: string): string | null => {
  if (actionId.startsWith('money:')) return readMoney(value, actionId.slice('money:'.length));
  if (actionId === 'number') return /^-?\d+(\.\d+)?$/.test(value.trim()) ? value.trim() : null;
  return value;
};

const currencySigns: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  '￥': 'CNY',
  元: 'CNY',
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
};

/** An amount as people write it, as `120.50 CNY`; null when amount or currency cannot be told. */
export const readMoney = (written: string, usualCurrency: string): string | null => {
  const text = written.normalize('NFKC').replaceAll(/[,\s]/g, '').toUpperCase();
  const amount = /\d+(\.\d{1,3})?/.exec(text)?.[0];
  if (amount === undefined) return null;
  const around = text.replace(amount, '');
  const currency = around === '' ? usualCurrency : (currencySigns[around] ?? around);
  return /^[A-Z]{3}$/.test(currency) ? `${amount} ${currency}` : null;
};

const joinTimes = (
  fields: Record<string, string>,
  errors: Record<string, string>,
  { view, locale }: { readonly view: unknown; readonly locale: Locale },
): void => {
  const blockIds = entriesAt(view, 'state', 'values').map(([blockId]) => blockId);
  for (const timeId of blockIds.filter((blockId) => blockId.endsWith(timePart))) {
    const dateId = timeId.slice(0, -timePart.length);
    const { [dateId]: date, [timeId]: time } = fields;
    delete fields[timeId];
    if (date !== undefined && time !== undefined) fields[dateId] = `${date}T${time}`;
    else if (date !== undefined || time !== undefined)
      errors[date === undefined ? dateId : timeId] = phrase('timeWrong', locale);
  }
};
