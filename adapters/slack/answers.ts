import type { OutboundMessage } from '../../src/outbox/message.ts';
import type { Delivery, Sent } from '../../src/ports.ts';
import { findPosted, metadataOf } from './earlier.ts';
import type { Places } from './places.ts';
import { readAnswerAddress } from './receive.ts';
import { type RenderedMessage, renderMessage } from './render.ts';
import { slackError } from './vendor-faults.ts';
import type { Workspace } from './workspaces.ts';

/** Slack shows a private answer only to members of the channel; these say that the presser is none, or we are none. */
const notThere: readonly (string | undefined)[] = [
  'user_not_in_channel',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
];

const responseTimeoutMs = 10_000;

/**
 * Answers one press so that only its presser sees it: beside the message, else by the address the press came with,
 * else in a direct message. Never in the open: an answer may say why someone has no authority.
 */
export const answerPress = async (
  delivery: Delivery,
  given: { readonly workspace: Workspace; readonly places: Places },
): Promise<Sent> => {
  const { message } = delivery;
  const { workspace, places } = given;
  const { head } = renderMessage(message);
  const senderId = message.answer?.senderId ?? '';
  const place = message.to.place;
  const { responseUrl, thread = delivery.thread } = readAnswerAddress(message.answer?.to);
  if (!isDirect(place)) {
    const ts = await besideMessage(workspace, { message, senderId, head, thread });
    if (ts !== undefined) return { messageId: ts };
  }
  if (await byResponse(responseUrl, head)) return { messageId: message.id };
  const channel = isDirect(place) ? place : await places.direct(workspace, senderId);
  const metadata = metadataOf(message.id, 0);
  const client = workspace.posting;
  const before =
    delivery.attempt > 1 ? await findPosted({ client, channel, thread: undefined }, message.id) : undefined;
  if (before !== undefined) return { messageId: before };
  const answer = await client.chat.postMessage({ channel, ...head, metadata, ...literalAnswer });
  return { messageId: answer.ts ?? '' };
};

const literalAnswer = { mrkdwn: false, parse: 'none', link_names: false } as const;

const isDirect = (place: string): boolean => place.startsWith('D');

/** Gives the answer's ts; undefined when the presser cannot be shown one there. */
const besideMessage = async (
  workspace: Workspace,
  given: {
    readonly message: OutboundMessage;
    readonly senderId: string;
    readonly head: RenderedMessage;
    readonly thread: string | undefined;
  },
): Promise<string | undefined> => {
  const { head, message, senderId, thread } = given;
  try {
    const answer = await workspace.posting.chat.postEphemeral({
      channel: message.to.place,
      user: senderId,
      ...head,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      parse: 'none',
      link_names: false,
    });
    return answer.message_ts ?? message.id;
  } catch (error) {
    if (notThere.includes(slackError(error))) return undefined;
    throw error;
  }
};

/** True when Slack took the answer. Such an address works five times in thirty minutes, so no is an everyday answer. */
const byResponse = async (address: string | undefined, head: RenderedMessage): Promise<boolean> => {
  if (address === undefined || !URL.canParse(address)) return false;
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...head, response_type: 'ephemeral', replace_original: false }),
    signal: AbortSignal.timeout(responseTimeoutMs),
  }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ?? false;
};
