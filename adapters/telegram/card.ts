import type { Card, Tone } from '../../src/outbox/message.ts';
import { defuse, lengthOf, type Rich, type Run, shorten, textLimit, toPlain } from './rich.ts';

/** Least room a long part of a card keeps when the card is shortened. */
const leastPart = 60;
/** Longest title, label, field value and footer of a shortened card: the figures stay readable, the stories give way. */
const longestFixed = { title: 300, label: 60, value: 240, footer: 200 } as const;

const marks: Readonly<Record<Tone, string>> = {
  critical: '🔴',
  serious: '🟠',
  notable: '🟡',
  ordinary: '⚪',
  done: '✅',
};

type Section = Card['sections'][number];

const sectionRuns = ({ label, text, quoted }: Section): Run[] => [
  { text: '\n\n' },
  ...(label ? [{ text: defuse(label), style: 'bold' as const }, { text: '\n' }] : []),
  { text: defuse(text), ...(quoted && { style: 'quote' as const }) },
];

const fieldRuns = ({ label, value }: Card['fields'][number]): Run[] => [
  { text: '\n' },
  { text: `${defuse(label)}: `, style: 'bold' },
  { text: defuse(value) },
];

const drawn = (card: Card): Rich =>
  [
    { text: `${marks[card.tone]} ${defuse(card.title)}`, style: 'bold' as const },
    ...card.fields.flatMap(fieldRuns),
    ...card.sections.filter((section) => section.text !== '').flatMap(sectionRuns),
    ...(card.footer ? [{ text: '\n\n' }, { text: defuse(card.footer), style: 'italic' as const }] : []),
  ].filter((run) => run.text !== '');

/** Shares room among parts so that short ones stay whole and long ones get equal shares. */
const shares = (lengths: readonly number[], room: number): readonly number[] => {
  const given = lengths.map(() => 0);
  let left = room;
  const shortFirst = lengths.map((length, index) => ({ length, index })).sort((a, b) => a.length - b.length);
  for (const [done, { length, index }] of shortFirst.entries()) {
    given[index] = Math.min(length, Math.floor(left / (shortFirst.length - done)));
    left -= given[index];
  }
  return given;
};

const withSections = (card: Card, room: number): Card => {
  const texts = card.sections.map((section) => defuse(section.text));
  const given = shares(
    texts.map((text) => text.length),
    room,
  );
  const sections = card.sections.map((section, index) => ({
    ...section,
    text: shorten(texts[index] ?? '', given[index] ?? 0),
  }));
  return { ...card, sections };
};

const withFixed = (card: Card): Card => ({
  ...card,
  title: shorten(card.title, longestFixed.title),
  fields: card.fields.map(({ label, value }) => ({
    label: shorten(label, longestFixed.label),
    value: shorten(value, longestFixed.value),
  })),
  sections: card.sections.map((section) => ({
    ...section,
    ...(section.label && { label: shorten(section.label, longestFixed.label) }),
  })),
  ...(card.footer && { footer: shorten(card.footer, longestFixed.footer) }),
});

const roomFor = (card: Card, limit: number): number =>
  limit -
  lengthOf(drawn({ ...card, sections: card.sections.map((section) => ({ ...section, text: '…' })) })) +
  card.sections.length;

/** Drops fields and sections from the end: only a card of hundreds of them gets here. */
const cropped = (card: Card, limit: number): Rich => {
  let small = withSections(card, card.sections.length * leastPart);
  while (lengthOf(drawn(small)) > limit && (small.sections.length > 0 || small.fields.length > 0)) {
    small =
      small.sections.length > 0
        ? { ...small, sections: small.sections.slice(0, -1) }
        : { ...small, fields: small.fields.slice(0, -1) };
  }
  return drawn(small);
};

/** A card as styled text within the limit; `whole` is its full text when something had to be left out. */
export const drawCard = (card: Card, limit = textLimit): { readonly rich: Rich; readonly whole?: string } => {
  const full = drawn(card);
  if (lengthOf(full) <= limit) return { rich: full };
  const whole = toPlain(full).replaceAll('\u2060', '');
  const asIs = roomFor(card, limit);
  if (asIs >= card.sections.length * leastPart) return { rich: drawn(withSections(card, asIs)), whole };
  const fixed = withFixed(card);
  const room = roomFor(fixed, limit);
  const rich =
    room >= fixed.sections.length * leastPart ? drawn(withSections(fixed, room)) : cropped(fixed, limit);
  return { rich, whole };
};

/** The mark of a tone, also for topic names. */
export const markOf = (tone: Tone): string => marks[tone];
