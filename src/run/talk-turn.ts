import type { Command } from '../complaint/commands.ts';
import { expecting } from '../dialog/expecting.ts';
import { type LinkWish, readLinkWish } from '../dialog/linking.ts';
import { sayLink } from '../dialog/script/link.ts';
import { newDialog } from '../dialog/state.ts';
import type { Reply, Talk, TalkItem, TurnInput, TurnResult } from '../dialog/talk.ts';
import { takeTurn } from '../dialog/turn.ts';
import type { InboundMessage } from '../inbound/message.ts';
import type { OutboundMessage } from '../outbox/message.ts';
import { openDeadlines } from '../policy/deadlines.ts';
import { findButton, saveButtons } from '../store/buttons.ts';
import { findComplaint, reserveNumber } from '../store/complaints.ts';
import { cancelFollowUps, planFollowUps } from '../store/follow-ups.ts';
import { allEnded } from '../store/gather.ts';
import type { Waiting } from '../store/inbox.ts';
import { queueMessages } from '../store/outbox.ts';
import { findTalk, saveTalk } from '../store/talks.ts';
import { findSessionLocale } from '../store/web.ts';
import type { Instant } from '../terms.ts';
import { understandFor } from '../triage/for-pack.ts';
import { sanitise } from '../triage/normalise.ts';
import { identifyButtons } from './addressing.ts';
import { senderOf } from './answer.ts';
import { codesFor, keepCodes } from './codes.ts';
import { deskTurn } from './desk-turn.ts';
import { talkPlace } from './intake.ts';
import { joinTogether } from './join-talks.ts';
import { linkTalks } from './link-talks.ts';
import { type Ahead, askedOf, withUnderstood } from './model-turn.ts';
import { carryOut } from './register.ts';
import type { Understander } from './understand.ts';
import type { Surroundings, Work } from './world.ts';

/** Name of a talk: its transport and place. */
export const talkId = (message: InboundMessage): string => {
  const { channel, place } = talkPlace(message);
  return `${channel}:${place}`;
};

const openTalk = async (message: InboundMessage, work: Work): Promise<Talk> => {
  const id = talkId(message);
  const known = await findTalk(work.tx, id);
  if (known)
    return message.route && message.route !== known.route ? { ...known, route: message.route } : known;
  const address = talkPlace(message);
  const hint =
    address.channel === 'web'
      ? await findSessionLocale(work.tx, address.place)
      : (message.from.locale ?? null);
  return {
    id,
    address,
    ...(message.route ? { route: message.route } : {}),
    locale: hint,
    complainantId: work.ids.next('person'),
    complaint: null,
    dialog: newDialog(),
  };
};

const pressItem = async (
  talk: Talk,
  press: { buttonId: string; at: Instant },
  work: Work,
): Promise<TalkItem> => {
  const button = await findButton(work.tx, press.buttonId);
  const action = button?.talk === talk.id && button.action.side === 'talk' ? button.action.action : null;
  return { kind: 'press', action, at: press.at };
};

const talkCommands = ['start', 'new', 'status', 'help'] as const;

const itemOf = async (talk: Talk, { message, at }: Waiting, work: Work): Promise<TalkItem | null> => {
  switch (message.kind) {
    case 'text': {
      const { messageId, text, files, refusedFiles = [] } = message;
      return { kind: 'text', messageId, text: sanitise(text).text, at, files, refusedFiles };
    }
    case 'press':
      return pressItem(talk, { buttonId: message.buttonId, at }, work);
    case 'edit':
      return { kind: 'edit', messageId: message.messageId, text: sanitise(message.text).text, at };
    case 'deletion':
      return { kind: 'deletion', messageId: message.messageId, at };
    case 'command': {
      const name = talkCommands.find((one) => one === message.name);
      return name ? { kind: 'command', name, at } : null;
    }
    case 'contact':
      return { kind: 'contact', phone: message.phone, ...(message.name ? { name: message.name } : {}), at };
    case 'reachability':
      return null;
  }
};

/** The answers of a turn as messages, in order, with their buttons. */
const replyMessages = (talk: Talk, result: TurnResult, work: Surroundings): OutboundMessage[] =>
  result.replies.map((reply: Reply): OutboundMessage => {
    const owner = { complaint: result.complaint, talk: talk.id };
    const planned = reply.buttons.map(({ action, ...look }) => ({
      ...look,
      action: { side: 'talk' as const, action },
    }));
    const buttons = identifyButtons(planned, owner);
    return {
      id: work.ids.next('out'),
      to: talk.address,
      ...(talk.route ? { route: talk.route } : {}),
      locale: result.locale,
      audience: 'complainant',
      voice: 'bot',
      text: reply.text,
      ...(buttons.length > 0
        ? { buttons: buttons.map(({ id, label, style }) => ({ id, label, ...(style ? { style } : {}) })) }
        : {}),
      ...(reply.asksPhone ? { asksPhone: true } : {}),
      ...(result.complaint ? { complaint: result.complaint } : {}),
    };
  });

const saveReplyButtons = async (talk: Talk, result: TurnResult, work: Work): Promise<void> => {
  const owner = { complaint: result.complaint, talk: talk.id };
  const records = result.replies.flatMap((reply) =>
    identifyButtons(
      reply.buttons.map(({ action, ...look }) => ({ ...look, action: { side: 'talk' as const, action } })),
      owner,
    ).map(({ id, complaint, talk: of, action }) => ({ id, complaint, talk: of, action })),
  );
  await saveButtons(work.tx, records, work.clock.now());
};

/** Commands before a receipt concern the talk's old file, the receipt and what follows it the new one. */
const byFile = (
  result: TurnResult,
  talk: Talk,
): readonly { readonly number: string; readonly commands: readonly Command[] }[] => {
  const at = result.commands.findIndex(({ type }) => type === 'ReceiveComplaint');
  const [old, fresh] =
    at < 0 ? [result.commands, []] : [result.commands.slice(0, at), result.commands.slice(at)];
  return [
    { number: talk.complaint ?? result.complaint ?? '', commands: old },
    { number: result.complaint ?? '', commands: fresh },
  ].filter(({ number, commands }) => number !== '' && commands.length > 0);
};

const carryOutAll = async (talk: Talk, result: TurnResult, work: Work): Promise<void> => {
  for (const { number, commands } of byFile(result, talk)) {
    const { refusal } = await carryOut(number, commands, work);
    if (refusal)
      work.log.error({ complaint: number, code: refusal.code }, 'the dialog asked for what the file refuses');
  }
};

const planSilence = (talk: Talk, { silenceAt }: TurnResult, { tx, clock }: Work): Promise<void> => {
  const key = `${talk.id}/silence`;
  if (silenceAt === null) return cancelFollowUps(tx, [key]);
  const row = {
    key,
    complaint: null,
    talk: talk.id,
    command: { type: 'Silence' },
    dueAt: silenceAt,
  } as const;
  return planFollowUps(tx, [row], clock.now());
};

const settle = async (talk: Talk, result: TurnResult, work: Work): Promise<void> => {
  const now = work.clock.now();
  const { locale, complaint, dialog } = result;
  await allEnded([
    saveReplyButtons(talk, result, work),
    keepCodes({ id: talk.id, complaint }, result.codes, work),
    queueMessages(work.tx, replyMessages(talk, result, work), now),
    carryOutAll(talk, result, work),
    saveTalk(work.tx, { ...talk, locale, complaint, dialog }, now),
    planSilence(talk, result, work),
  ]);
};

const inputFor = async (talk: Talk, items: readonly TalkItem[], work: Work): Promise<TurnInput> => {
  const stream = talk.complaint ? await findComplaint(work.tx, talk.complaint) : null;
  const complaint = stream?.complaint ?? null;
  const policy = complaint ? work.policies.of(complaint.pack) : work.policies.current;
  const text = items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('\n');
  const now = work.clock.now();
  return {
    talk,
    items,
    understanding: understandFor(work.understand, policy)(text, {
      expecting: expecting(talk.dialog, complaint),
    }),
    complaint,
    deadlines: complaint ? openDeadlines(complaint.timeline, policy) : [],
    policy,
    nextNumber: '',
    nextCodes: codesFor(work),
    outside: work.organisation.outsideRoutes,
    now,
    zone: work.zone,
    privacyUrl: work.privacyUrl,
  };
};

/** Gives the items of one turn to the dialog and writes what it answers and decides. */
export const runTalk = async (
  talk: Talk,
  { items, ahead }: { readonly items: readonly TalkItem[]; readonly ahead?: Ahead | null },
  work: Work,
): Promise<void> => {
  if (items.length === 0) return;
  const read = await inputFor(talk, items, work);
  const input = ahead ? withUnderstood(read, ahead.asked, ahead.understood) : read;
  const draft = takeTurn(input);
  const files = draft.commands.some(({ type }) => type === 'ReceiveComplaint');
  // A number is reserved only for a complaint that is filed: the turn is pure, so it is simply taken again with it.
  const result = files
    ? takeTurn({ ...input, nextNumber: await reserveNumber(work.tx, Number(input.now.slice(0, 4))) })
    : draft;
  await settle(talk, result, work);
};

const noteReachability = async (talk: Talk, waiting: readonly Waiting[], work: Work): Promise<void> => {
  const last = waiting.findLast(({ message }) => message.kind === 'reachability')?.message;
  if (last?.kind !== 'reachability' || !talk.complaint) return;
  const command: Command = {
    type: 'NoteReachability',
    at: work.clock.now(),
    by: { kind: 'system' },
    reachable: last.reachable,
  };
  await carryOut(talk.complaint, [command], work);
};

const isStaffCommand = (name: string): boolean => name === 'status' || name === 'help' || name === 'new';

/** Sent privately, but meant for the desk: a staff button shown in private, a staff command. */
export const isForDesk = async ({ message }: Waiting, work: Work): Promise<boolean> => {
  if (message.kind === 'press') return (await findButton(work.tx, message.buttonId))?.action.side === 'desk';
  if (message.kind !== 'command') return false;
  const isOurs = senderOf(message, work) !== undefined;
  return (
    ['mine', 'search'].includes(message.name) ||
    message.fields !== undefined ||
    (isOurs && isStaffCommand(message.name))
  );
};

/** Who calls us in a shared channel gets one neutral line there; the talk itself goes on in private (S2.4). */
const pointToPrivate = async (waiting: readonly Waiting[], work: Work): Promise<void> => {
  const mention = waiting.find(({ message }) => message.kind === 'text' && message.continueAt)?.message;
  if (!mention) return;
  const locale = mention.from.locale ?? 'en';
  const line = {
    id: work.ids.next('out'),
    to: mention.address,
    ...(mention.route ? { route: mention.route } : {}),
    locale,
    audience: 'complainant' as const,
    voice: 'bot' as const,
    text: sayLink(locale, 'inPrivate'),
  };
  await queueMessages(work.tx, [line], work.clock.now());
};

const linkWishOf = (message: InboundMessage | undefined): LinkWish | null => {
  if (message?.kind === 'command' && message.name === 'link')
    return readLinkWish(`link ${message.text}`.trim());
  return message?.kind === 'text' ? readLinkWish(message.text) : null;
};

const itemsOf = async (talk: Talk, waiting: readonly Waiting[], work: Work): Promise<readonly TalkItem[]> => {
  const items: TalkItem[] = [];
  for (const one of waiting) {
    const item = await itemOf(talk, one, work);
    if (item) items.push(item);
  }
  return items;
};

/**
 * Lets a model read what waits in a talk, before and outside the turn's transaction; null where it has nothing to add.
 * It only reads the database. Never throws for anything the model does.
 */
export const readAhead = async (
  waiting: readonly Waiting[],
  understander: Understander,
  work: Work,
): Promise<Ahead | null> => {
  const [first] = waiting;
  if (!first || !waiting.some(({ message }) => message.kind === 'text')) return null;
  const talk = await openTalk(first.message, work);
  const asked = askedOf(await inputFor(talk, await itemsOf(talk, waiting, work), work));
  return { asked, understood: await understander.understandTurn(asked) };
};

/** Everything that waits in one complainant's talk, as one turn (IN-6). */
export const talkTurn = async (
  waiting: readonly Waiting[],
  ahead: Ahead | null,
  work: Work,
): Promise<void> => {
  const [first] = waiting;
  if (!first) return;
  const forDesk: Waiting[] = [];
  for (const one of waiting) if (await isForDesk(one, work)) forDesk.push(one);
  await deskTurn(forDesk, work);
  const own = waiting.filter((one) => !forDesk.includes(one));
  if (own.length === 0) return;
  const talk = await openTalk(first.message, work);
  await noteReachability(talk, own, work);
  await pointToPrivate(own, work);
  const wish = own.length === 1 ? linkWishOf(own[0]?.message) : null;
  if (wish?.as === 'join' && wish.code) return joinTogether(talk, wish.code, work);
  if (wish) return linkTalks(talk, wish, work);
  await runTalk(talk, { items: await itemsOf(talk, own, work), ahead }, work);
};
