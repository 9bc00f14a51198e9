import type { webApi } from '@slack/bolt';
import { at, listAt, numberAt, textAt } from './reading.ts';

/** Event type under which our messages carry their outbox id. */
export const metadataType = 'redress';

/** Names a message for ever: which outbox row it is, which part of it, and which message it continues. */
export const metadataOf = (id: string, part: number, continues?: string) => ({
  event_type: metadataType,
  event_payload: { id, part, ...(continues === undefined ? {} : { continues }) },
});

/** One of our messages as Slack keeps it. */
interface Kept {
  readonly ts: string;
  readonly id: string;
  readonly part: number;
  readonly continues: string | undefined;
}

const pageSize = 200;
/** A busy channel sees fewer than this many messages between a lost answer and the next try. */
const mostPages = 5;

/** Messages of a thread (oldest first) or, without one, of the channel (newest first), page by page. */
async function* pages(client: webApi.WebClient, channel: string, thread: string | undefined) {
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const common = { channel, limit: pageSize, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    const answer =
      thread === undefined
        ? await client.conversations.history(common)
        : await client.conversations.replies({ ...common, ts: thread });
    yield listAt(answer, 'messages');
    cursor = textAt(answer, 'response_metadata', 'next_cursor');
    if (cursor === undefined) return;
  }
}

const readKept = (message: unknown): Kept | undefined => {
  const ts = textAt(message, 'ts');
  const id = textAt(message, 'metadata', 'event_payload', 'id');
  if (ts === undefined || id === undefined || textAt(message, 'metadata', 'event_type') !== metadataType)
    return undefined;
  const part = numberAt(message, 'metadata', 'event_payload', 'part') ?? 0;
  return { ts, id, part, continues: textAt(message, 'metadata', 'event_payload', 'continues') };
};

/** Where to look. */
export interface Place {
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly thread: string | undefined;
}

/** The message of an outbox row that did arrive though Slack's answer was lost; asked before anything is posted twice. */
export const findPosted = async (place: Place, id: string): Promise<string | undefined> => {
  for await (const messages of pages(place.client, place.channel, place.thread)) {
    const found = messages.map(readKept).find((kept) => kept?.id === id && kept.part === 0);
    if (found) return found.ts;
  }
  return undefined;
};

/** The messages that continue a card, by part. */
export const findContinuations = async (place: Place, head: string): Promise<ReadonlyMap<number, string>> => {
  const byPart = new Map<number, string>();
  for await (const messages of pages(place.client, place.channel, place.thread)) {
    for (const kept of messages.map(readKept)) if (kept?.continues === head) byPart.set(kept.part, kept.ts);
  }
  return byPart;
};

/** Names and sizes of files already shared after a message, as `name/bytes`: file shares can carry no id. */
export const findShared = async (
  place: Place,
  after: string,
  botUserId: string,
): Promise<ReadonlySet<string>> => {
  const shared = new Set<string>();
  for await (const messages of pages(place.client, place.channel, place.thread)) {
    for (const message of messages) {
      if (textAt(message, 'user') !== botUserId || (textAt(message, 'ts') ?? '') < after) continue;
      for (const file of listAt(message, 'files')) shared.add(`${textAt(file, 'name')}/${at(file, 'size')}`);
    }
  }
  return shared;
};
