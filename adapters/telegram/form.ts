import type { Form, FormField } from '../../src/outbox/message.ts';
import type { Locale } from '../../src/terms.ts';
import { type Rich, type Run, shorten } from './rich.ts';
import { words } from './words.ts';

/** Options shown at once; more are paged, well below the 100 buttons of a keyboard. */
export const optionsPerPage = 30;
/** Begins the data of the form's own buttons: no id of ours has it, so a forged one can only reach a form. */
export const formMark = '~';
const placeholderLimit = 64;
const shownLimit = 3000;
const summaryLimit = 200;

/** A form being filled in by one person, question by question. */
export interface Filling {
  /** Short name, shown under each question and carried by its buttons. */
  readonly ref: string;
  readonly form: Form;
  /** Field that is asked now; one past the last while the whole is checked. */
  readonly at: number;
  readonly page: number;
  readonly values: Readonly<Record<string, string>>;
}

/** What an answer leads to. */
export type Step =
  | { readonly kind: 'ask'; readonly filling: Filling }
  | { readonly kind: 'again'; readonly why: string }
  | { readonly kind: 'turn'; readonly filling: Filling }
  | { readonly kind: 'submit'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'cancel' };

/** A question ready to post. */
export interface Question {
  readonly rich: Rich;
  readonly markup: Readonly<Record<string, unknown>>;
}

/** The form a text of ours belongs to, from the code in its last line. */
export const refIn = (text: string): string | undefined => /#f([a-z0-9]{3,16})\s*$/.exec(text)?.[1];

/** Parts of the data of a form's button; null when it is none. */
export const formPress = (
  data: string,
): { readonly ref: string; readonly at: number; readonly code: string } | null => {
  const match = /^~([a-z0-9]{3,16}):(\d{1,3}):([a-z0-9]{1,6})$/.exec(data);
  return match ? { ref: match[1] ?? '', at: Number(match[2]), code: match[3] ?? '' } : null;
};

type KeyRow = readonly { readonly text: string; readonly callback_data: string; readonly style?: string }[];

const key = (filling: Filling, code: string, text: string) => ({
  text,
  callback_data: `${formMark}${filling.ref}:${filling.at}:${code}`,
});

const closingKeys = (filling: Filling, field: FormField): KeyRow => {
  const say = words[filling.form.locale];
  return [
    ...(field.initial ? [key(filling, 'k', say.keep)] : []),
    ...(field.required ? [] : [key(filling, 's', say.skip)]),
    key(filling, 'c', say.cancel),
  ];
};

const optionKeys = (filling: Filling, field: FormField): readonly KeyRow[] => {
  const options = field.options ?? [];
  const say = words[filling.form.locale];
  const from = filling.page * optionsPerPage;
  const shown = options.slice(from, from + optionsPerPage);
  const turns = [
    ...(filling.page > 0 ? [key(filling, `p${filling.page - 1}`, say.previous)] : []),
    ...(from + optionsPerPage < options.length ? [key(filling, `p${filling.page + 1}`, say.next)] : []),
  ];
  return [
    ...shown.map((option, index) => [key(filling, String(from + index), option.label)]),
    ...(turns.length > 0 ? [turns] : []),
  ];
};

const heading = ({ form, at, ref }: Filling): { readonly top: Run[]; readonly foot: Run } => {
  const step =
    form.fields.length > 1 && at < form.fields.length
      ? words[form.locale].step(at + 1, form.fields.length)
      : '';
  const intro = at === 0 && form.intro ? [{ text: `\n${form.intro}` }] : [];
  return {
    top: [{ text: `${form.title}${step}`, style: 'bold' }, ...intro],
    foot: { text: `\n#f${ref}`, style: 'italic' },
  };
};

const labelOf = (field: FormField, value: string): string =>
  field.options?.find((option) => option.value === value)?.label ?? value;

const checkQuestion = (filling: Filling): Question => {
  const say = words[filling.form.locale];
  const { top, foot } = heading(filling);
  const lines = filling.form.fields.flatMap((field): Run[] => [
    { text: `\n${field.label}: `, style: 'bold' },
    { text: shorten(labelOf(field, filling.values[field.id] ?? '') || say.none, summaryLimit) },
  ]);
  const keys: KeyRow = [
    { ...key(filling, 'ok', filling.form.submit), style: 'primary' },
    key(filling, 'c', say.cancel),
  ];
  return { rich: [...top, { text: `\n${say.check}` }, ...lines, foot], markup: { inline_keyboard: [keys] } };
};

const fieldQuestion = (filling: Filling, field: FormField): Question => {
  const say = words[filling.form.locale];
  const { top, foot } = heading(filling);
  const hint: Run[] = field.hint ? [{ text: `\n${field.hint}` }] : [];
  const current: Run[] = field.initial
    ? [
        { text: `\n${say.current}` },
        { text: shorten(labelOf(field, field.initial), shownLimit), style: 'quote' },
      ]
    : [];
  const asked: Run[] = [...top, { text: `\n\n${field.label}`, style: 'bold' }, ...hint, ...current];
  if (field.kind === 'choice') {
    const rows = [...optionKeys(filling, field), closingKeys(filling, field)];
    return { rich: [...asked, foot], markup: { inline_keyboard: rows } };
  }
  const ways = [
    say.replyTo,
    field.required ? '' : say.skipHint,
    field.initial ? say.keepHint : '',
    say.cancelHint,
  ];
  return {
    rich: [...asked, { text: `\n\n${ways.filter(Boolean).join(' ')}` }, foot],
    markup: {
      force_reply: true,
      selective: true,
      input_field_placeholder: shorten(field.hint ?? field.label, placeholderLimit),
    },
  };
};

/** The question a filling stands at, or the check of the whole. */
export const questionOf = (filling: Filling): Question => {
  const field = filling.form.fields[filling.at];
  return field ? fieldQuestion(filling, field) : checkQuestion(filling);
};

const twoDigits = (text: string): string => text.padStart(2, '0');

const dayIn = (text: string): string | null => {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/.exec(text);
  if (!match) return null;
  const day = `${match[1]}-${twoDigits(match[2] ?? '')}-${twoDigits(match[3] ?? '')}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : null;
};

const timeIn = (text: string): string | null => {
  const day = dayIn(text);
  const match = /(?:日|T|\s)\s*(\d{1,2})\s*[:：点时]\s*(\d{1,2})?\s*分?\s*$/.exec(text);
  const hour = Number(match?.[1]);
  const minute = Number(match?.[2] ?? 0);
  if (!day || !match || hour > 23 || minute > 59) return null;
  return `${day}T${twoDigits(String(hour))}:${twoDigits(String(minute))}`;
};

const moneyIn = (text: string, initial: string | undefined): string | null => {
  const amount = /\d{1,3}(?:[,，]\d{3})+(?:\.\d{1,3})?|\d+(?:\.\d{1,3})?/
    .exec(text)?.[0]
    ?.replace(/[,，]/g, '');
  const currency = /\b[A-Z]{3}\b/.exec(text.toUpperCase())?.[0] ?? /[A-Z]{3}/.exec(initial ?? '')?.[0];
  const named = /[¥￥元]/.test(text) ? 'CNY' : currency;
  return amount && named && !text.includes('-') ? `${amount} ${named}` : null;
};

type Read = { readonly value: string } | { readonly why: string };

const read = (field: FormField, text: string, locale: Locale): Read => {
  const say = words[locale];
  if (field.maxLength !== undefined && text.length > field.maxLength)
    return { why: say.tooLong(field.maxLength) };
  const asked = (value: string | null, why: string): Read => (value === null ? { why } : { value });
  switch (field.kind) {
    case 'money':
      return asked(moneyIn(text, field.initial), say.wrongMoney);
    case 'date':
      return asked(dayIn(text), say.wrongDate);
    case 'time':
      return asked(timeIn(text), say.wrongTime);
    case 'number':
      return asked(/^-?\d+(\.\d+)?$/.test(text) ? text : null, say.wrongNumber);
    case 'choice': {
      const option = field.options?.find((known) => known.label === text || known.value === text);
      return asked(option?.value ?? null, say.wrongChoice);
    }
    default:
      return { value: text };
  }
};

const onward = (filling: Filling, field: FormField, value: string | null): Step => {
  const values = value === null ? filling.values : { ...filling.values, [field.id]: value };
  const only = filling.form.fields.length === 1;
  if (only) return { kind: 'submit', values };
  return { kind: 'ask', filling: { ...filling, values, at: filling.at + 1, page: 0 } };
};

const bySign = (filling: Filling, field: FormField | undefined, sign: 'k' | 's' | 'c'): Step => {
  if (sign === 'c' || !field) return { kind: 'cancel' };
  if (sign === 'k' && field.initial) return onward(filling, field, field.initial);
  if (sign === 's' && !field.required) return onward(filling, field, null);
  return { kind: 'again', why: words[filling.form.locale].required };
};

const signs: Readonly<Record<string, 'k' | 's' | 'c'>> = {
  '/keep': 'k',
  保留: 'k',
  '/skip': 's',
  跳过: 's',
  '/cancel': 'c',
  取消: 'c',
};

/** What a reply to the question leads to. */
export const answerByText = (filling: Filling, said: string): Step => {
  const text = said.trim();
  const field = filling.form.fields[filling.at];
  const sign = signs[text.toLowerCase().replace(/@\w+$/, '')];
  if (sign) return bySign(filling, field, sign);
  if (!field) return { kind: 'again', why: words[filling.form.locale].wrongChoice };
  if (text === '') return { kind: 'again', why: words[filling.form.locale].required };
  const value = read(field, text, filling.form.locale);
  return 'why' in value ? { kind: 'again', why: value.why } : onward(filling, field, value.value);
};

/** What a press on one of the question's buttons leads to; null for buttons of an earlier question and forged ones. */
export const answerByPress = (
  filling: Filling,
  press: { readonly at: number; readonly code: string },
): Step | null => {
  if (press.at !== filling.at) return null;
  const field = filling.form.fields[filling.at];
  if (press.code === 'k' || press.code === 's' || press.code === 'c')
    return bySign(filling, field, press.code);
  if (!field) return press.code === 'ok' ? { kind: 'submit', values: filling.values } : null;
  const page = /^p(\d+)$/.exec(press.code)?.[1];
  if (page !== undefined) return { kind: 'turn', filling: { ...filling, page: Number(page) } };
  const option =
    field.kind === 'choice' && /^\d+$/.test(press.code) ? field.options?.[Number(press.code)] : undefined;
  return option ? onward(filling, field, option.value) : null;
};
