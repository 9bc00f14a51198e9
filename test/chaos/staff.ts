import { setTimeout as wait } from 'node:timers/promises';
import { insist, signingSecret } from '../support/lines/slack.ts';
import { type Deliveries, deliverTo } from '../support/slack-server/deliver.ts';
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

/** Handlers at the workbench and managers on Slack. */
export interface Staff {
  readonly deeds: readonly StaffDeed[];
  /** Works until told to stop; resolves when what was begun is done. */
  work(isOver: () => boolean): Promise<void>;
}

const handlers = ['lin', 'chen'] as const;
const managers = ['zhou_head', 'wu_leader'] as const;
const roundMs = 1500;
const numberIn = /R-\d{4}-\d{6}/;
const labels = { take: 'Take it', reply: 'Reply', send: 'Send to the complainant', acknowledge: 'I have it' };

interface DeskLine {
  readonly id: string;
  readonly text: string;
  readonly complaint: string | null;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
}

const buttonOf = (line: Pick<DeskLine, 'buttons'>, label: string): string | undefined =>
  line.buttons.find((one) => one.label === label)?.id;

/** What the workbench shows anew since the last look: new lines, and cards drawn again. */
const openDesk = (url: string) => {
  let after = '';
  return async (): Promise<readonly DeskLine[]> => {
    const query = `channel=team${after ? `&after=${after}` : ''}`;
    const answer = await fetch(`${url}/api/desk/messages?${query}`).catch(() => null);
    const page: { messages?: readonly DeskLine[]; cursor?: string } | null = answer?.ok
      ? Object(await answer.json().catch(() => null))
      : null;
    after = page?.cursor ?? after;
    return page?.messages ?? [];
  };
};

/** Sends to the workbench under an id of its own until it is taken, as its page does. */
const insistAtDesk = async (url: string, path: string, body: object): Promise<void> => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  for (;;) {
    const answer = await fetch(`${url}/api/desk/${path}`, init).catch(() => null);
    if (answer?.status === 202) return;
    if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      throw new Error(`The workbench refused: ${await answer.text()}`);
    await wait(200);
  }
};

/** Handlers take what comes, write notes and answer every other complaint; all press together what one press would do. */
const handlersAt = (place: Place, deed: (done: StaffDeed) => void) => {
  const { url, database, watch } = place;
  const read = openDesk(url);
  const begun = new Set<string>();
  const drafts = new Map<string, { readonly complaint: string; readonly holder: string }>();
  let ids = 0;
  const act = (as: string, buttonId: string, more: object = {}): Promise<void> => {
    ids += 1;
    const action = { as, channel: 'team', buttonId, messageId: '-', clientActionId: `deed-${ids}`, ...more };
    return insistAtDesk(url, 'actions', action);
  };
  const once = async (name: string, work: () => Promise<void>): Promise<void> => {
    if (begun.has(name)) return;
    begun.add(name);
    await work();
  };
  const holderOf = async (complaint: string): Promise<string | null> => {
    const text = `select handler from complaints where number = '${complaint}'`;
    const [row] = await lookAt<{ handler: string | null }>(database(), text).catch(() => []);
    return row?.handler ?? null;
  };
  const take = async (complaint: string, buttonId: string, thread: string): Promise<void> => {
    await Promise.all(handlers.flatMap((as) => [act(as, buttonId), act(as, buttonId)]));
    deed({ did: 'take', complaint, text: '', presses: 4 });
    watch.count('presses of staff', 4);
    ids += 1;
    const text = `Note ${ids} about ${complaint}`;
    const note = { as: 'lin', channel: 'team', thread, text, clientMessageId: `note-${ids}` };
    await insistAtDesk(url, 'messages', note);
    deed({ did: 'note', complaint, text, presses: 1 });
  };
  const draft = async (complaint: string, holder: string, buttonId: string): Promise<void> => {
    const text = `Hello, this is about ${complaint}: the carrier was asked and we write again.`;
    drafts.set(text, { complaint, holder });
    await act(holder, buttonId, { fields: { purpose: 'update', text } });
    deed({ did: 'draft', complaint, text, presses: 1 });
  };
  const send = async (text: string, buttonId: string): Promise<void> => {
    const { complaint, holder } = drafts.get(text) ?? { complaint: '', holder: '' };
    await Promise.all([act(holder, buttonId), act(holder, buttonId)]);
    deed({ did: 'send', complaint, text, presses: 2 });
    watch.count('presses of staff', 2);
  };
  const handle = async (line: DeskLine): Promise<void> => {
    const { complaint } = line;
    const [takes, replies, sends] = [labels.take, labels.reply, labels.send].map((label) =>
      buttonOf(line, label),
    );
    if (complaint && takes) await once(`take ${complaint}`, () => take(complaint, takes, line.id));
    const holder =
      complaint && replies && Number(complaint.slice(-1)) % 2 === 0 ? await holderOf(complaint) : null;
    if (complaint && replies && holder)
      await once(`draft ${complaint}`, () => draft(complaint, holder, replies));
    const text = sends && [...drafts.keys()].find((one) => line.text.includes(one));
    if (sends && text) await once(`send ${text}`, () => send(text, sends));
  };
  return async (): Promise<void> => {
    for (const line of await read()) await handle(line);
  };
};

/** Managers on Slack press together that they have it, and write into its thread. */
const managersAt = (place: Place, deed: (done: StaffDeed) => void) => {
  const { server, url, now, watch } = place;
  const deliver = (): Deliveries => deliverTo(url, signingSecret, now);
  const desk = slackSides({ server, deliver: deliver() }).desk;
  const begun = new Set<string>();
  const room = slackPlaces.manager;
  const press = (staff: string, buttonId: string): Promise<void> =>
    insist(() => {
      const at = { user: slackAccount(staff), room, buttonId, form: false };
      return deliver().interaction(slackPress(server, at));
    });
  const note = async (complaint: string, thread: string): Promise<void> => {
    const text = `Managers' note ${begun.size} about ${complaint}`;
    const at = { user: slackAccount('zhou_head'), channel: room, thread_ts: thread };
    const body = channelMessage({ ...at, text });
    await insist((retry) => deliver().event(body, retry > 0 ? { retry } : {}));
    deed({ did: 'note', complaint, text, presses: 1 });
  };
  return async (): Promise<void> => {
    for (const line of await desk.lines('manager')) {
      const complaint = numberIn.exec(line.text)?.[0];
      const buttonId = buttonOf(line, labels.acknowledge);
      if (!complaint || !buttonId || begun.has(buttonId)) continue;
      begun.add(buttonId);
      await Promise.all(managers.map((staff) => press(staff, buttonId)));
      deed({ did: 'acknowledge', complaint, text: '', presses: managers.length });
      watch.count('presses of staff', managers.length);
      await note(complaint, line.id);
    }
  };
};

/** Employs both desks. */
export const employ = (place: Place): Staff => {
  const deeds: StaffDeed[] = [];
  const deed = (done: StaffDeed): void => {
    deeds.push(done);
  };
  const rounds = [handlersAt(place, deed), managersAt(place, deed)];
  return {
    deeds,
    work: async (isOver) => {
      const working = rounds.map(async (round) => {
        while (!isOver()) {
          await round();
          await wait(roundMs);
        }
      });
      await Promise.all(working);
    },
  };
};
