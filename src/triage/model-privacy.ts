import { matches } from './matches.ts';
import type { Found, Understanding } from './understanding.ts';

/** What stands for a hidden value: `‹phone1›`, the same for every place the value stands in. */
export type PlaceholderKind =
  | 'phone'
  | 'email'
  | 'order'
  | 'name'
  | 'person'
  | 'number'
  | 'address'
  | 'account';

/** A text without personal data, with the way back. */
export interface Pseudonymised {
  readonly text: string;
  /** How many different values were hidden. */
  readonly hidden: number;
  /** Puts the hidden values back into words written about the text. Placeholders it does not know stay as they are. */
  restore(words: string): string;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: PlaceholderKind;
}

/**
 * Numbers that identify, whatever they are: identity, card, account, passport, number plate. Hiding an innocent serial
 * number costs little; a card number that leaves the house cannot be called back.
 */
const patterns: readonly (readonly [PlaceholderKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]{1,64}[@＠][\p{L}\p{N}.-]{1,80}\.\p{L}{2,12}/gu],
  ['number', /\p{Nd}{6,20}[xX](?![\p{L}\p{N}])/gu],
  ['number', /\p{Nd}(?:[ \-－]{0,2}\p{Nd}){6,30}/gu],
  ['number', /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g],
  ['number', /(?<![A-Za-z0-9])[A-Za-z]{1,4}-?\d{5,20}[A-Za-z]?(?![A-Za-z0-9])/g],
  [
    'number',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}(?![A-Za-z0-9])/g,
  ],
  [
    'account',
    /(?<=(?:微信|QQ|qq|vx|VX|WeChat|wechat|Wechat)(?:号|号码|账号| id| ID)?[:：是\s]{0,3})[A-Za-z0-9_-]{5,30}/g,
  ],
  ['account', /(?<![\p{L}\p{N}])[@＠][\p{L}\p{N}_.-]{2,40}/gu],
  [
    'address',
    /\p{Script=Han}{2,10}?(?:路|街|巷|弄|大道|胡同)\s?[\d〇零一二三四五六七八九十百]{1,5}(?:号|弄)(?:院|楼)?/gu,
  ],
  [
    'address',
    /[\dA-Za-z〇一二三四五六七八九十]{1,4}(?:栋|幢|座|号楼)(?:[\dA-Za-z一二三四五六七八九十]{1,4}(?:单元|层|楼|室|号|户|房)?){0,3}/g,
  ],
  [
    'address',
    /\b\d{1,5}[A-Za-z]?,? (?:[A-Z][a-z'’]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Close|Way|Crescent|Boulevard|Blvd|Place|Terrace)\b/g,
  ],
  ['address', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g],
];

const isDate = (words: string): boolean =>
  /^(?:19|20)\d\d[- ]{1,2}[01]?\d[- ]{1,2}[0-3]?\d(?: \d{1,2})?$/.test(words) ||
  /^20\d\d[01]\d[0-3]\d$/.test(words);

/** What the rules found, by its words: the words are hidden wherever they stand, for it was said once whose they are. */
const foundWords = ({
  phones,
  emails,
  orders,
  names,
  accused,
}: Understanding): ReadonlyMap<string, PlaceholderKind> => {
  const of = (kind: PlaceholderKind, found: readonly Found<string>[]) =>
    found.flatMap(({ text, value }) => [text, value].map((words) => [words.trim(), kind] as const));
  const all = [
    ...of('person', accused),
    ...of('order', orders),
    ...of('email', emails),
    ...of('phone', phones),
    ...of('name', names),
  ];
  return new Map(all);
};

const matched = (text: string): readonly Span[] =>
  patterns.flatMap(([kind, pattern]) =>
    matches(text, pattern)
      .filter((match) => !(kind === 'number' && isDate(match[0])))
      .map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );

const isLatin = (character: string | undefined): boolean =>
  /^[\p{Script=Latin}\p{N}]$/u.test(character ?? '');

const placesOf = (value: string, text: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    const startsInWord = isLatin(value[0]) && isLatin(text[at - 1]);
    const endsInWord = isLatin(value.at(-1)) && isLatin(text[at + value.length]);
    if (!startsInWord && !endsInWord) places.push(at);
  }
  return places;
};

/** A surname alone is hidden where it was given and nowhere else: the same sign is half the words of the language. */
const surnames = (text: string, { names }: Understanding): readonly Span[] =>
  names
    .filter(({ start, end }) => end - start === 1 && /\p{L}/u.test(text.slice(start, end)))
    .map(({ start, end }) => ({ kind: 'name' as const, start, end }));

const found = (text: string, understanding: Understanding): readonly Span[] => [
  ...surnames(text, understanding),
  ...[...foundWords(understanding)]
    .filter(([words]) => words.length > 1)
    .flatMap(([words, kind]) =>
      placesOf(words, text).map((start) => ({ kind, start, end: start + words.length })),
    ),
];

/** Overlapping ranges become one, so that no part of a value is left standing. */
const merged = (spans: readonly Span[]): readonly Span[] => {
  const ordered = spans
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const span of ordered) {
    const last = out.at(-1);
    if (last && span.start < last.end) out[out.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
};

const placeholder = /‹[a-z]{1,10}\d{1,4}›/g;

/**
 * Takes personal data out of a text before a model reads it, and gives the way back.
 * What the rules found goes (telephone, e-mail, order, names, people complained of), and whatever looks like an identity,
 * card or account number, a number plate, an account name or a postal address. Placeholders a complainant wrote are broken.
 *
 * @param understanding of the very same text
 * @clause AD-3
 */
export const pseudonymise = (text: string, understanding: Understanding): Pseudonymised => {
  const spans = merged([...found(text, understanding), ...matched(text)]);
  const values = new Map<string, string>();
  const names = new Map<string, string>();
  const counts = new Map<PlaceholderKind, number>();
  let clean = '';
  let from = 0;
  for (const { start, end, kind } of spans) {
    const value = text.slice(start, end);
    const count = (counts.get(kind) ?? 0) + 1;
    const name = names.get(value) ?? `‹${kind}${count}›`;
    if (!names.has(value)) counts.set(kind, count);
    names.set(value, name);
    values.set(name, value);
    clean += `${unmarked(text.slice(from, start))}${name}`;
    from = end;
  }
  return {
    text: clean + unmarked(text.slice(from)),
    hidden: values.size,
    restore: (words) => words.replace(placeholder, (name) => values.get(name) ?? name),
  };
};

const unmarked = (text: string): string => text.replaceAll('‹', '<').replaceAll('›', '>');
