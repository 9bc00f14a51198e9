import type { Card, OutboundMessage, Tone } from '../../src/outbox/message.ts';
import type { Locale } from '../../src/terms.ts';
import {
  actions,
  type Block,
  contextLine,
  header,
  label,
  links,
  rows,
  sections,
  textLength,
} from './blocks.ts';
import { limits } from './limits.ts';
import { escapedLength, escapeText, shorten } from './markup.ts';
import { phrase } from './phrases.ts';

/** One Slack message: what a notification shows, and the blocks. */
export interface RenderedMessage {
  /** Escaped, at most 4,000 characters, never empty. */
  readonly text: string;
  readonly blocks: Block[];
}

/** A message with whatever did not fit into it. */
export interface Rendered {
  readonly head: RenderedMessage;
  /** Posted after the head, in its thread where it has one; usually empty. */
  readonly rest: readonly RenderedMessage[];
}

const toneSigns: Readonly<Record<Tone, string>> = {
  critical: '🔴',
  serious: '🟠',
  notable: '🟡',
  ordinary: '⚪',
  done: '✅',
};

/** Room kept free in every message for the line that says where it continues. */
const noteRoom = { blocks: 1, text: 200 } as const;

/**
 * The message as Slack blocks within all of Slack's limits. What passes them goes on in `rest`: a complaint half
 * shown would be half judged, so nothing is ever only cut.
 */
export const renderMessage = (message: OutboundMessage): Rendered => {
  const body = message.card ? cardBlocks(message.card) : textBlocks(message);
  const buttons = actions(message.buttons ?? []);
  const [first = [], ...others] = pack(body, buttons);
  const inThread = message.opensThread !== undefined || message.inThread !== undefined;
  const note = contextLine(phrase(inThread ? 'continuedInThread' : 'continued', message.locale));
  const text = summary(message);
  return {
    head: { text, blocks: [...first, ...(others.length > 0 ? [note] : []), ...buttons] },
    rest: others.map((blocks) => ({ text, blocks })),
  };
};

/** What takes the place of a continuation that is no longer needed. */
export const renderNothingMore = (locale: Locale): RenderedMessage => ({
  text: phrase('nothingMore', locale),
  blocks: [contextLine(phrase('nothingMore', locale))],
});

const summary = (message: OutboundMessage): string => {
  const files = (message.files ?? []).map((file) => file.name).join(', ');
  const words = message.text.trim() || message.card?.title || `${phrase('files', message.locale)}: ${files}`;
  return escapeText(shorten(words, limits.text));
};

const textBlocks = (message: OutboundMessage): readonly Block[] => {
  const files = (message.files ?? []).map((file) => file.name).join(', ');
  const words = message.text.trim() || `${phrase('files', message.locale)}: ${files}`;
  const toComplainant = message.audience === 'complainant';
  return [
    ...sections(words),
    ...(toComplainant ? links(words) : []),
    ...(toComplainant && message.voice === 'staff'
      ? [contextLine(phrase('staffWrote', message.locale))]
      : []),
  ];
};

/** A card's parts as blocks, buttons aside. Single lines that had to be shortened are given in full at the end. */
export const cardBlocks = (card: Card): readonly Block[] => [
  header(`${toneSigns[card.tone]} ${card.title}`),
  ...rows(card.fields),
  ...card.sections.flatMap(sectionBlocks),
  ...(card.footer ? [contextLine(card.footer)] : []),
  ...shortenedLines(card),
];

const sectionBlocks = (section: Card['sections'][number]): readonly Block[] => [
  ...(section.label ? [label(section.label)] : []),
  ...sections(section.quoted && section.text.trim() !== '' ? `“${section.text.trim()}”` : section.text),
];

const shortenedLines = (card: Card): readonly Block[] => [
  ...(escapedLength(card.title) > limits.header - 3 ? sections(card.title) : []),
  ...card.fields
    .filter((field) => escapedLength(field.value) > limits.fieldText)
    .flatMap((field) => [label(field.label), ...sections(field.value)]),
  ...(card.footer && escapedLength(card.footer) > limits.fieldText ? sections(card.footer) : []),
];

/** Blocks in order, dealt out to as many messages as needed; the first leaves room for the buttons. */
const pack = (body: readonly Block[], buttons: readonly Block[]): readonly Block[][] => {
  const buttonText = buttons.reduce((sum, block) => sum + textLength(block), 0);
  const messages: Block[][] = [[]];
  let blocksLeft = limits.messageBlocks - noteRoom.blocks - buttons.length;
  let textLeft = limits.messageTotal - noteRoom.text - buttonText;
  for (const block of body) {
    if (blocksLeft < 1 || textLength(block) > textLeft) {
      messages.push([]);
      blocksLeft = limits.messageBlocks - noteRoom.blocks;
      textLeft = limits.messageTotal - noteRoom.text;
    }
    messages.at(-1)?.push(block);
    blocksLeft -= 1;
    textLeft -= textLength(block);
  }
  return messages;
};
