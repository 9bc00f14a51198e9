import type { types } from '@slack/bolt';
import type { QueueItem } from '../../src/ports.ts';
import type { Instant, Locale } from '../../src/terms.ts';
import { type Block, contextLine, header, label, plain, rows, sections } from './blocks.ts';
import { limits } from './limits.ts';
import { escapeText, shorten } from './markup.ts';
import { phrase } from './phrases.ts';

/** Action id of the home tab's own button: a complaint that came by phone or in a shop (IN-12). */
export const newComplaintAction = 'home:new';

/** Blocks a queue row takes at most; keeps whole rows inside the view's limit. */
const blocksPerItem = 4;
const itemsShown = Math.floor((limits.viewBlocks - 3) / blocksPerItem);
const fieldsShown = 4;
/** Characters of a value in a row: the whole tab must stay below a view's bytes, in Chinese too. */
const valueShown = 200;

/** The home tab: a person's queue, most pressing first; for people who are not staff, how to tell us something. */
export const homeView = (queue: readonly QueueItem[] | null, locale: Locale): types.HomeView => ({
  type: 'home',
  blocks: queue === null ? welcome(locale) : [...staffHead(queue, locale), ...staffQueue(queue, locale)],
});

const welcome = (locale: Locale): Block[] => [
  header(phrase('welcome', locale)),
  ...sections(phrase('welcomeText', locale)),
];

const staffHead = (queue: readonly QueueItem[], locale: Locale): readonly Block[] => [
  header(`${phrase('queue', locale)} · ${queue.length}`),
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: newComplaintAction,
        text: plain(phrase('newComplaint', locale), limits.buttonText),
      },
    ],
  },
];

const staffQueue = (queue: readonly QueueItem[], locale: Locale): readonly Block[] => {
  if (queue.length === 0) return sections(phrase('queueEmpty', locale));
  const more = queue.length - itemsShown;
  return [
    ...queue.slice(0, itemsShown).flatMap((item) => itemBlocks(item, locale)),
    ...(more > 0 ? [contextLine(phrase('queueMore', locale, { count: more }))] : []),
  ];
};

const itemBlocks = (item: QueueItem, locale: Locale): readonly Block[] => [
  { type: 'divider' },
  label(item.card.title),
  ...rows(
    item.card.fields
      .slice(0, fieldsShown)
      .map((field) => ({ label: field.label, value: shorten(field.value, valueShown) })),
  ),
  ...(item.nextDue === null ? [] : [dueLine(item.nextDue, locale)]),
];

/** The date as each reader's own Slack shows dates, in their zone. */
const dueLine = (due: Instant, locale: Locale): Block => {
  const seconds = Math.floor(Temporal.Instant.from(due).epochMilliseconds / 1000);
  const token = `<!date^${seconds}^{date_short_pretty} {time}|${escapeText(due)}>`;
  return {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: `${phrase('nextDate', locale)}: ${token}`, verbatim: true }],
  };
};
