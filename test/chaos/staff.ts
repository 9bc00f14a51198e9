import { setTimeout as wait } from 'node:timers/promises';
import { insist, signingSecret } from '../support/lines/slack.ts';
import { deliverTo } from '../support/slack-server/deliver.ts';
import { channelMessage } from '../support/slack-server/payloads.ts';
import type { SlackServer } from '../support/slack-server/server.ts';
import { slackAccount, slackPlaces, slackPress, slackSides } from '../support/stage-slack.ts';
import type { Watch } from './crowd.ts';
import type { StaffDeed } from './history.ts';
import { lookAt } from './read-tables.ts';

/** What staff work with. */
export interface Place {
  readonly server: SlackServer;
  /** The product's address. */
  readonly url: string;
  /** The transport's time, in milliseconds. */
  now(): number;
  /** The database, where a person would look at the card for who holds a complaint. */
  database(): string;
  readonly watch: Watch;
}

/** Handlers on Slack and managers at the workbench. */
export interface Staff {
  readonly deeds: readonly StaffDeed[];
  /** Works until told to stop; resolves when what was begun is done. */
  work(isOver: () => boolean): Promise<void>;
}

const handlers = ['lin', 'chen'] as const;
const managers = ['zhou_head', 'wu_leader'] as const;
const roundMs = 1500;
const numberIn = /R-\d{4}-\d{6}/;

interface WebLine {
  readonly id: string;
  readonly text: string;
  readonly card?: { readonly title?: string };
  readonly buttons?: readonly { readonly id: string; readonly label: string }[];
}

/** Staff that take what comes, write notes, answer every other complaint, and press together what one press would do. */
export const employ = ({ server, url, now, database, watch }: Place): Staff => {
  const deeds: StaffDeed[] = [];
  const done = new Set<string>();
  const desk = slackSides({ server, deliver: deliverTo(url, signingSecret, now) }).desk;
  let actions = 0;

  const pressSlack = (staff: string, buttonId: string): Promise<void> =>
    insist(() => {
      const at = { user: slackAccount(staff), room: slackPlaces.team, buttonId, form: false };
      return deliverTo(url, signingSecret, now).interaction(slackPress(server, at));
    });
  /** Under an id of its own until it is taken: the workbench sends again what was not answered. */
  const pressWeb = async (body: Readonly<Record<string, unknown>>): Promise<void> => {
    actions += 1;
    const whole = JSON.stringify({ ...body, clientActionId: `deed-${actions}` });
    for (;;) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${url}/api/desk/actions`, { method: 'POST', headers, body: whole }).catch(
        () => null,
      );
      if (answer?.status === 202) return;
      await wait(200);
    }
  };
  const note = async (complaint: string, cardTs: string): Promise<void> => {
    const text = `Note ${deeds.length} about ${complaint}`;
    const at = { user: slackAccount('lin'), channel: slackPlaces.team, thread_ts: cardTs };
    const body = channelMessage({ ...at, text });
    await insist((retry) => deliverTo(url, signingSecret, now).event(body, retry > 0 ? { retry } : {}));
    deeds.push({ did: 'note', complaint, text, presses: 1 });
  };
  const take = async (complaint: string, buttonId: string): Promise<void> => {
    await Promise.all(handlers.map((staff) => pressSlack(staff, buttonId)));
    deeds.push({ did: 'take', complaint, text: '', presses: handlers.length });
    watch.count('presses of staff', handlers.length);
  };
  const holderOf = async (complaint: string): Promise<string | null> => {
    const text = `select handler from complaints where number = '${complaint}'`;
    const [row] = await lookAt<{ handler: string | null }>(database(), text).catch(() => []);
    return row?.handler ?? null;
  };
  const draft = async (complaint: string, as: string, buttonId: string): Promise<void> => {
    const text = `Hello, this is about ${complaint}: the carrier was asked and we write again.`;
    await pressWeb({ as, channel: 'team', buttonId, messageId: '-', fields: { purpose: 'update', text } });
    deeds.push({ did: 'draft', complaint, text, presses: 1 });
  };
  const send = async (complaint: string, as: string, buttonId: string): Promise<void> => {
    const drafted = deeds.find((deed) => deed.did === 'draft' && deed.complaint === complaint);
    await Promise.all([pressSlack(as, buttonId), pressSlack(as, buttonId)]);
    deeds.push({ did: 'send', complaint, text: drafted?.text ?? '', presses: 2 });
    watch.count('presses of staff', 2);
  };
  const acknowledge = async (complaint: string, messageId: string, buttonId: string): Promise<void> => {
    const pressed = managers.map((as) => pressWeb({ as, channel: 'manager', buttonId, messageId }));
    await Promise.all(pressed);
    deeds.push({ did: 'acknowledge', complaint, text: '', presses: managers.length });
    watch.count('presses of staff', managers.length);
  };
  /** Does a thing once for a complaint; later rounds go past it. */
  const once = async (name: string, deed: () => Promise<void>): Promise<void> => {
    if (done.has(name)) return;
    done.add(name);
    await deed();
  };
  const wantsAnswer = (complaint: string): boolean => Number(complaint.slice(-1)) % 2 === 0;

  const handle = async (line: Awaited<ReturnType<typeof desk.lines>>[number]): Promise<void> => {
    const complaint = numberIn.exec(line.text)?.[0];
    const button = (label: string) => line.buttons.find((one) => one.label === label)?.id;
    const [takes, replies, sends] = [button('Take it'), button('Reply'), button('Send to the complainant')];
    if (complaint && takes) {
      await once(`take ${complaint}`, () => take(complaint, takes));
      await once(`note ${complaint}`, () => note(complaint, line.id));
    }
    if (complaint && replies && wantsAnswer(complaint)) {
      const holder = await holderOf(complaint);
      if (holder) await once(`draft ${complaint}`, () => draft(complaint, holder, replies));
    }
    const drafted = deeds.find(({ did, text }) => did === 'draft' && line.text.includes(text));
    const holder = drafted && sends ? await holderOf(drafted.complaint) : null;
    if (drafted && sends && holder)
      await once(`send ${drafted.complaint}`, () => send(drafted.complaint, holder, sends));
  };
  const handleManagers = async (): Promise<void> => {
    const answer = await fetch(`${url}/api/desk/messages?channel=manager`).catch(() => null);
    const page: { messages?: readonly WebLine[] } | null = answer?.ok
      ? Object(await answer.json().catch(() => null))
      : null;
    for (const line of page?.messages ?? []) {
      const complaint = numberIn.exec(JSON.stringify(line))?.[0];
      const button = line.buttons?.find(({ label }) => label === 'I have it');
      if (complaint && button)
        await once(`acknowledge ${button.id}`, () => acknowledge(complaint, line.id, button.id));
    }
  };

  return {
    deeds,
    async work(isOver) {
      while (!isOver()) {
        for (const line of await desk.lines('team')) if (!isOver()) await handle(line);
        await handleManagers();
        await wait(roundMs);
      }
    },
  };
};
