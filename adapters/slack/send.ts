import { Fault } from '../../src/faults.ts';
import type { OutboundMessage } from '../../src/outbox/message.ts';
import type { Delivery, Files, Sent } from '../../src/ports.ts';
import { answerPress } from './answers.ts';
import { findContinuations, findPosted, metadataOf, type Place } from './earlier.ts';
import { createInTurn } from './in-turn.ts';
import type { Places } from './places.ts';
import { type RenderedMessage, renderMessage, renderNothingMore } from './render.ts';
import { shareFiles } from './uploads.ts';
import { slackError, toFault } from './vendor-faults.ts';
import type { Workspace, Workspaces } from './workspaces.ts';

/** Posts and redraws what the relay hands over. */
export type Send = (delivery: Delivery) => Promise<Sent>;

/** What keeps Slack from adding meaning to our text: no links made of words, no previews, no names. */
const literal = {
  mrkdwn: false,
  parse: 'none',
  link_names: false,
  unfurl_links: false,
  unfurl_media: false,
} as const;

/** The message to redraw is gone or shut; the card is posted anew rather than lost. */
const gone: readonly (string | undefined)[] = [
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
];

/**
 * Makes the sender. Throws the Faults a `Channel` may throw; what may have arrived is looked up by its outbox id before
 * it is posted again.
 */
export const createSend = (options: {
  readonly workspaces: Workspaces;
  readonly places: Places;
  readonly files: Files;
}): Send => {
  const inTurn = createInTurn();
  /** Cards known to go on in their thread, so that others need no look. */
  const continued = new Set<string>();

  const send: Send = async (delivery) => {
    const { message } = delivery;
    const workspace = await options.workspaces.get(message.route);
    if (message.answer) return answerPress(delivery, { workspace, places: options.places });
    const channel = await options.places.resolve(workspace, message.to.place);
    const place = { client: workspace.posting, channel, thread: delivery.thread };
    const { edits } = delivery;
    if (edits === undefined) return post(delivery, place, workspace);
    return inTurn.run(`${channel}/${edits}`, () => redraw(edits, delivery, { place, workspace }));
  };

  const post = async (delivery: Delivery, place: Place, workspace: Workspace): Promise<Sent> => {
    const { message } = delivery;
    const rendered = renderMessage(message);
    const posted = delivery.attempt > 1 ? await findPosted(place, message.id) : undefined;
    const head = posted ?? (await postOne(place, rendered.head, metadataOf(message.id, 0)));
    const under = continuationPlace(place, message, head);
    try {
      await postRest(rendered.rest, { message, head, under, again: posted !== undefined });
      await shareFiles(message.files ?? [], {
        ...{ place: under, files: options.files, after: head, botUserId: workspace.botUserId },
        again: posted !== undefined,
      });
    } catch (error) {
      throw inPart(toFault(error, 'post'));
    }
    return { messageId: head, ...(message.opensThread ? { threadId: head } : {}) };
  };

  const postRest = async (
    rest: readonly RenderedMessage[],
    given: {
      readonly message: OutboundMessage;
      readonly head: string;
      readonly under: Place;
      readonly again: boolean;
    },
  ): Promise<void> => {
    const { head, message, under } = given;
    if (rest.length === 0) return;
    continued.add(head);
    const already = given.again ? await findContinuations(under, head) : new Map<number, string>();
    for (const [index, part] of rest.entries())
      if (!already.has(index + 1)) await postOne(under, part, metadataOf(message.id, index + 1, head));
  };

  const redraw = async (
    ts: string,
    delivery: Delivery,
    at: { readonly place: Place; readonly workspace: Workspace },
  ): Promise<Sent> => {
    const { message } = delivery;
    const rendered = renderMessage(message);
    try {
      await updateOne(at.place, ts, rendered.head);
    } catch (error) {
      if (!gone.includes(slackError(error))) throw error;
      return post(delivery, at.place, at.workspace);
    }
    if (rendered.rest.length > 0 || continued.has(ts)) await redrawRest(ts, message, at.place);
    return { messageId: ts, ...(message.opensThread ? { threadId: ts } : {}) };
  };

  const redrawRest = async (head: string, message: OutboundMessage, place: Place): Promise<void> => {
    const under = continuationPlace(place, message, head);
    const { rest } = renderMessage(message);
    const before = await findContinuations(under, head);
    for (const [index, part] of rest.entries()) {
      const ts = before.get(index + 1);
      if (ts === undefined) await postOne(under, part, metadataOf(message.id, index + 1, head));
      else await updateOne(under, ts, part);
    }
    for (const [part, ts] of before)
      if (part > rest.length) await updateOne(under, ts, renderNothingMore(message.locale));
    continued.add(head);
  };

  return async (delivery) => {
    try {
      return await send(delivery);
    } catch (error) {
      throw toFault(error, delivery.edits === undefined ? 'post' : 'other');
    }
  };
};

/** A message that is there in part must be looked for next time: a mere "wait" would have it begun again. */
const inPart = (fault: Fault): Fault =>
  fault.code !== 'channel-rate-limited'
    ? fault
    : new Fault('answer-uncertain', 'Slack took only a part of the message', {
        retryable: true,
        ...(fault.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: fault.retryAfterSeconds }),
        cause: fault,
      });

/** A card goes on in the thread it heads or stands in; plain words go on right below. */
const continuationPlace = (place: Place, message: OutboundMessage, head: string): Place => {
  const headsOne = message.opensThread !== undefined || message.card !== undefined;
  return { ...place, thread: place.thread ?? (headsOne ? head : undefined) };
};

const postOne = async (
  place: Place,
  { text, blocks }: RenderedMessage,
  metadata: ReturnType<typeof metadataOf>,
): Promise<string> => {
  const where = place.thread === undefined ? {} : { thread_ts: place.thread };
  const { client, channel } = place;
  const answer = await client.chat.postMessage({ channel, text, blocks, metadata, ...where, ...literal });
  return answer.ts ?? '';
};

const updateOne = async (place: Place, ts: string, { text, blocks }: RenderedMessage): Promise<void> => {
  await place.client.chat.update({
    channel: place.channel,
    ts,
    text,
    blocks,
    parse: literal.parse,
    link_names: literal.link_names,
  });
};
