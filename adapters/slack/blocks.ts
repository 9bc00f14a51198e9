import type { types } from '@slack/bolt';
import type { Button } from '../../src/outbox/message.ts';
import { limits } from './limits.ts';
import { escapeText, findLinks, shorten, splitText } from './markup.ts';

/** Any block we send. */
export type Block = types.KnownBlock;

/** Text shown letter by letter: Slack parses nothing in it, and nothing from outside reaches Slack in any other form. */
export const plain = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: escapeText(shorten(text, max)) || ' ',
  emoji: false,
});

/** A label of our own in bold. Signs that would end the bold or start a token are taken out first. */
export const bold = (label: string, max: number): types.MrkdwnElement => ({
  type: 'mrkdwn',
  text: `*${escapeText(shorten(label.replaceAll(/[*_~`\n]/g, ' ').trim(), max - 2)) || ' '}*`,
  verbatim: true,
});

/** A card's first line; shortened where Slack takes no more. */
export const header = (text: string): types.HeaderBlock => ({
  type: 'header',
  text: plain(text, limits.header),
});

/** A text of any length as sections, none above the limit; none at all for blank text. */
export const sections = (text: string): readonly types.SectionBlock[] =>
  splitText(text, limits.sectionText).map((piece) => ({
    type: 'section',
    text: plain(piece, limits.sectionText),
  }));

/** A small grey line. */
export const contextLine = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [plain(text, limits.fieldText)],
});

/** A small bold line above a part of a card. */
export const label = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [bold(text, limits.header)],
});

/** Rows of label and value side by side, five to a section. */
export const rows = (
  pairs: readonly { readonly label: string; readonly value: string }[],
): readonly types.SectionBlock[] => {
  const perSection = limits.fieldsPerSection / 2;
  const blocks: types.SectionBlock[] = [];
  for (let start = 0; start < pairs.length; start += perSection) {
    const fields = pairs
      .slice(start, start + perSection)
      .flatMap((pair) => [bold(pair.label, limits.header), plain(pair.value, limits.fieldText)]);
    blocks.push({ type: 'section', fields });
  }
  return blocks;
};

/** Links to the pages a text names, for readers of our own words only: literal text cannot be clicked. */
export const links = (text: string): readonly types.ContextBlock[] => {
  const found = findLinks(text).slice(0, limits.contextElements);
  if (found.length === 0) return [];
  const elements = found.map(
    (url): types.MrkdwnElement => ({ type: 'mrkdwn', text: `<${escapeText(url)}>`, verbatim: true }),
  );
  return [{ type: 'context', elements }];
};

/** How the two kinds of button are told apart when they are pressed. */
export const actionPrefix = { press: 'press:', form: 'form:' } as const;

const element = (button: Button): types.Button => ({
  type: 'button',
  text: plain(button.label, limits.buttonText),
  action_id: `${button.form ? actionPrefix.form : actionPrefix.press}${button.id}`,
  value: button.id,
  ...(button.style ? { style: button.style } : {}),
});

/** The buttons in order, in as many rows as Slack needs. */
export const actions = (buttons: readonly Button[]): readonly types.ActionsBlock[] => {
  const blocks: types.ActionsBlock[] = [];
  for (let start = 0; start < buttons.length; start += limits.actionsElements) {
    blocks.push({
      type: 'actions',
      elements: buttons.slice(start, start + limits.actionsElements).map(element),
    });
  }
  return blocks;
};

/** Every piece of text in a block or any part of it, as sent. */
const textsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'text' && typeof part === 'string' ? [part] : textsIn(part),
  );
};

/** Characters a block adds to the message's total. */
export const textLength = (block: Block): number =>
  textsIn(block).reduce((sum, text) => sum + text.length, 0);
