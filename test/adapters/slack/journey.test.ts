import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, listAt, textAt } from '../../../adapters/slack/reading.ts';
import { type RunningProduct, startProduct, temporaryFolder } from '../../support/process.ts';
import { type Deliveries, deliverTo } from '../../support/slack-server/deliver.ts';
import { directMessage, mention, press, submission } from '../../support/slack-server/payloads.ts';
import { type SlackServer, startSlackServer } from '../../support/slack-server/server.ts';
import type { KeptMessage } from '../../support/slack-server/state.ts';

/** The whole product as its own process, on Slack from both sides: complainant, team and managers. */
let slack: SlackServer;
let product: RunningProduct;
let deliver: Deliveries;
let removeFolder: () => Promise<void>;

const team = 'C0TEAM';
const managers = 'C0MANAGERS';
/** One named with their workspace, the others without. */
const staff = { lin: 'U0LIN', zhou_head: 'U0ZHOU', gm_zhao: 'U0ZHAO' } as const;

/** The demonstration organisation with Slack accounts for some of its people. */
const organisationFile = (folder: string): string => {
  const demo = readFileSync(new URL('../../../policies/organisation.demo.yaml', import.meta.url), 'utf8');
  const withAccounts = Object.entries(staff).reduce(
    (text, [id, account]) =>
      text.replace(
        `  - id: ${id}\n`,
        `  - id: ${id}\n    accounts: { slack: ${id === 'lin' ? 'T0HOME/' : ''}${account} }\n    language: en\n`,
      ),
    demo.replaceAll(/^ {4}language: .*\n/gm, ''),
  );
  const path = join(folder, 'organisation.yaml');
  writeFileSync(path, withAccounts);
  return path;
};

const start = async (): Promise<RunningProduct> => {
  const folder = await temporaryFolder();
  removeFolder = folder.remove;
  return startProduct({
    DATA_DIR: folder.path,
    ORGANISATION: organisationFile(folder.path),
    SLACK_BOT_TOKEN: slack.workspace.botToken,
    SLACK_SIGNING_SECRET: 'signing-secret',
    SLACK_API_URL: `${slack.origin}/api`,
    TEAM_CHANNEL: `slack:${team}`,
    MANAGER_CHANNEL: `slack:${managers}`,
    LOCALE: 'en',
  });
};

beforeAll(async () => {
  slack = await startSlackServer();
  for (const user of ['U1MEI', ...Object.values(staff)]) slack.addUser(user);
  slack.addRoom(team, Object.values(staff));
  slack.addRoom(managers, [staff.zhou_head, staff.gm_zhao]);
  slack.addRoom('C0SUPPORT', ['U1MEI']);
  product = await start();
  deliver = deliverTo(product.url, 'signing-secret');
}, 90_000);
afterAll(async () => {
  await product.stop();
  await slack.close();
  await removeFolder();
});

const said = (room: string): readonly KeptMessage[] => slack.state.rooms.get(room)?.messages ?? [];
const wholeText = (message: KeptMessage): string => JSON.stringify(message.blocks).replaceAll('\\n', ' ');
const eventually = async <T>(what: string, look: () => T | undefined | false): Promise<T> => {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) {
      const rooms = [...slack.state.rooms.values()].map(({ id, messages }) => [
        id,
        messages.map(({ text }) => text),
      ]);
      throw new Error(
        `Waited in vain for ${what}: ${JSON.stringify(rooms)} ${product.output().slice(-2000)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
const heard = (room: string, words: RegExp) =>
  eventually(`“${words}” in ${room}`, () => said(room).find((message) => words.test(wholeText(message))));

const buttonIn = (message: KeptMessage, label: RegExp): string | undefined =>
  message.blocks
    .flatMap((block) => listAt(block, 'elements'))
    .filter((element) => label.test(textAt(element, 'text', 'text') ?? ''))
    .map((element) => textAt(element, 'action_id'))
    .find((id) => id !== undefined);

const findButton = (room: string, label: RegExp) =>
  eventually(`a button ${label} in ${room}`, () => {
    for (const message of said(room).toReversed()) {
      const actionId = buttonIn(message, label);
      if (actionId) return { message, actionId };
    }
    return undefined;
  });

const pressBy = async (user: string, room: string, label: RegExp) => {
  const { message, actionId } = await findButton(room, label);
  const container = {
    type: 'message',
    message_ts: message.ts,
    channel_id: room,
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
  };
  const body = press(actionId, {
    user: { id: user, team_id: 'T0HOME' },
    channel: { id: room },
    container,
    message: { ts: message.ts },
    trigger_id: slack.trigger(),
    response_url: `${slack.origin}/response/${user}`,
  });
  expect((await deliver.interaction(body)).status).toBe(200);
};

/** Presses a button that opens a form, waits for the form, fills it in and submits it. */
const fillBy = async (
  user: string,
  room: string,
  label: RegExp,
  values: Readonly<Record<string, string>>,
) => {
  const before = new Set(slack.state.views.keys());
  await pressBy(user, room, label);
  const view = await eventually('the filled form', () =>
    [...slack.state.views.values()].find(
      (kept) => !before.has(kept.id) && textAt(kept.view, 'callback_id') === 'complaint-form',
    ),
  );
  const inputs = listAt(view.view, 'blocks').filter((block) => textAt(block, 'type') === 'input');
  expect(inputs.map((block) => textAt(block, 'block_id'))).toEqual(
    expect.arrayContaining(Object.keys(values)),
  );
  const state = inputs.flatMap((block): [string, object][] => {
    const value = values[textAt(block, 'block_id') ?? ''];
    if (value === undefined) return [];
    const element = at(block, 'element');
    const given = textAt(element, 'type') === 'static_select' ? { selected_option: { value } } : { value };
    return [[textAt(block, 'block_id') ?? '', { [textAt(element, 'action_id') ?? '']: given }]];
  });
  const body = submission({
    id: view.id,
    private_metadata: textAt(view.view, 'private_metadata'),
    state: { values: Object.fromEntries(state) },
  });
  const response = await deliver.interaction({ ...body, user: { id: user, team_id: 'T0HOME' } });
  expect([response.status, await response.text()]).toEqual([200, '']);
};

describe('a complaint on Slack, from both sides', () => {
  it('goes from words in a direct message to an accepted remedy', async () => {
    const body = directMessage({
      text: 'My parcel never arrived, order 20261109-4471. I want a refund. <!channel>',
    });
    await deliver.event(body);
    await deliver.event(body, { retry: 1 });
    await heard('DU1MEI', /sorry/i);
    for (let step = 0; step < 8; step += 1) {
      const last = await eventually('an answer', () => said('DU1MEI').at(-1));
      if (buttonIn(last, /that's right/)) break;
      const count = said('DU1MEI').length;
      await pressBy('U1MEI', 'DU1MEI', /^Skip$/);
      await eventually('the next question', () => said('DU1MEI').length > count);
    }
    await pressBy('U1MEI', 'DU1MEI', /that's right/);
    const receipt = await heard('DU1MEI', /R-\d{4}-\d{6}/);
    const number = /R-\d{4}-\d{6}/.exec(wholeText(receipt))?.[0] ?? '';

    const card = await heard(team, new RegExp(number));
    expect(wholeText(card)).not.toContain('<!channel');
    await pressBy(staff.lin, team, /^Take it$/);
    await eventually('the card to show its handler', () => card.edits > 0);
    const thread_ts = card.ts;
    const note = {
      channel: team,
      channel_type: 'channel',
      user: staff.lin,
      thread_ts,
      text: 'Courier called.',
    };
    expect((await deliver.event(directMessage(note))).status).toBe(200);

    await fillBy(staff.lin, team, /^Propose remedy/, {
      kind: 'refund',
      money: '599 CNY',
      text: 'We refund the full price.',
      withinDays: '3',
    });
    await pressBy(staff.zhou_head, managers, /^Approve$/);
    await heard('DU1MEI', /We refund the full price/);
    const offer = await eventually('the offer', () =>
      said('DU1MEI').findLast((each) => each.blocks.length > 1),
    );
    expect(wholeText(offer)).toContain('We refund the full price');
    await pressBy('U1MEI', 'DU1MEI', /accept|yes/i);
    const accepted = await heard(team, /The complainant accepted/);
    expect(accepted.thread_ts).toBe(card.ts);

    expect(said('DU1MEI').some((message) => /Courier called/.test(wholeText(message)))).toBe(false);
    expect(said(team).filter((message) => message.thread_ts === undefined)).toHaveLength(1);
    const answered = slack.state.ephemerals.map(({ channel, user }) => [channel, user]);
    expect(answered).toContainEqual([team, staff.lin]);
  }, 60_000);

  it('told by mention in a shared channel goes on in private, and nothing of it is said in the open [S2.4]', async () => {
    const privately = said('DU1MEI').length;
    await deliver.event(mention({ text: '<@U0BOT> the heater you sold me is broken, order 555-777' }));
    await eventually('the private answer', () => said('DU1MEI').length > privately);
    expect(said('C0SUPPORT').length).toBeLessThanOrEqual(1);
    for (const message of said('C0SUPPORT')) expect(wholeText(message)).not.toMatch(/heater|order|555/);
  }, 30_000);
});
