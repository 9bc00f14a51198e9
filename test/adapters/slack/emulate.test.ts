import { createServer } from 'node:net';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../adapters/slack/manifest.json' with { type: 'json' };
import type { Form, OutboundMessage } from '../../../src/outbox/message.ts';
import { card, longCard, outbound } from '../../support/slack-server/outbound.ts';
import { directMessage, plainEvent, press } from '../../support/slack-server/payloads.ts';
import { newRig, type Rig, until } from '../../support/slack-server/rig.ts';

/**
 * The channel against a Slack no one here wrote, with scopes checked strictly: installed through its consent page with
 * the scopes of our manifest and nothing else. It knows no limits, no 429, no user groups, no Socket Mode, no presses
 * and signs events in a way of its own; those are for our own server.
 */
let emulator: Emulator;
let rig: Rig;
let token = '';
let userId = '';
let channelId = '';
let team = '';

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
};

interface Said {
  readonly ts: string;
  readonly text: string;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
  readonly files?: readonly { readonly name: string; readonly size: number }[];
}
type Answer = Readonly<Record<string, unknown>> & { readonly messages?: readonly Said[] };

const ask = async (method: string, args: Readonly<Record<string, string>> = {}): Promise<Answer> => {
  const response = await fetch(`${emulator.url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams({ ...args }),
  });
  return response.json();
};

const install = async (): Promise<void> => {
  const begun = await fetch(`${rig.url}/slack/install`, { redirect: 'manual' });
  const target = new URL(begun.headers.get('location') ?? '');
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const consent = await (await fetch(target)).text();
  userId = /name="user_id" value="(\w+)"/.exec(consent)?.[1] ?? '';
  const agreed = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([...target.searchParams, ['user_id', userId]]),
  });
  const back = await fetch(agreed.headers.get('location') ?? '', { headers: { cookie } });
  expect(back.status).toBe(200);
};

beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  rig = await newRig({ several: true, config: { apiUrl: `${url}/api/` } });
  emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: url,
    seed: {
      slack: {
        strict_scopes: true,
        users: [{ name: 'mei', real_name: 'Mei' }],
        channels: [{ name: 'complaints' }],
        oauth_apps: [
          {
            client_id: '111.222',
            client_secret: 'client-secret',
            app_id: 'A0REDRESS',
            name: 'Redress',
            redirect_uris: [`${rig.url}/slack/oauth_redirect`],
            scopes: manifest.oauth_config.scopes.bot,
            bot_name: 'redress',
          },
        ],
        tokens: [{ token: 'xoxp-all', type: 'user', scopes: ['channels:read'] }],
      },
    },
  });
  await rig.start();
  await install();
  const [installation] = rig.installations.rows.values();
  team = installation?.workspace ?? '';
  token = 'xoxp-all';
  const { channels } = await ask('conversations.list');
  channelId = Array.isArray(channels) ? (channels.find((each) => each.name === 'complaints')?.id ?? '') : '';
  token = installation?.botToken ?? '';
});
afterAll(async () => {
  await rig.close();
  await emulator.close();
});

const send = (
  message: Partial<OutboundMessage>,
  delivery: { thread?: string; edits?: string; attempt?: number } = {},
) =>
  rig.channel.send({
    message: outbound({ to: { channel: 'slack', place: channelId }, route: team, ...message }),
    attempt: 1,
    ...delivery,
  });
const history = async (channel = channelId): Promise<readonly Said[]> =>
  (await ask('conversations.history', { channel, include_all_metadata: 'true', limit: '200' })).messages ??
  [];
const replies = async (ts: string): Promise<readonly Said[]> =>
  (await ask('conversations.replies', { channel: channelId, ts, limit: '200' })).messages ?? [];

describe('against a stranger’s Slack', () => {
  it('the app installs through the consent page with the scopes of our manifest', () => {
    const [installation] = rig.installations.rows.values();
    expect(installation).toMatchObject({
      workspace: expect.stringMatching(/^T/),
      botToken: expect.stringMatching(/^xoxb-/),
      botUserId: expect.stringMatching(/^U/),
    });
    expect(installation?.scopes.toSorted()).toEqual([...manifest.oauth_config.scopes.bot].toSorted());
  });

  it('a card heads its thread, is redrawn in place and found again by its id', async () => {
    const sent = await send({ id: 'em_1', card: card('en'), opensThread: { key: 'k', title: 't' } });
    expect(sent.threadId).toBe(sent.messageId);
    await send({ id: 'em_2', text: 'a note' }, { thread: sent.messageId });
    expect((await replies(sent.messageId)).map((message) => message.text)).toContain('a note');
    await send({ id: 'em_3', card: card('zh-CN'), text: '已更新' }, { edits: sent.messageId });
    const shown = (await history()).find((message) => message.ts === sent.messageId);
    expect(shown?.text).toBe('已更新');
    expect(JSON.stringify(shown?.blocks)).toContain('投诉人原话');
    const before = await history();
    const again = await send({ id: 'em_1', card: card('en') }, { attempt: 2 });
    expect(again.messageId).toBe(sent.messageId);
    expect(await history()).toHaveLength(before.length);
  });

  it('a reply in a thread is found again there', async () => {
    const head = await send({ id: 'em_4', opensThread: { key: 'k', title: 't' } });
    const reply = await send({ id: 'em_5' }, { thread: head.messageId });
    const again = await send({ id: 'em_5' }, { thread: head.messageId, attempt: 2 });
    expect(again.messageId).toBe(reply.messageId);
    expect(await replies(head.messageId)).toHaveLength(2);
  });

  it('a card too long goes on in its thread, once', async () => {
    const long = { card: longCard('en', 'x'), opensThread: { key: 'k', title: 't' } };
    const head = await send({ id: 'em_6', ...long });
    const parts = (await replies(head.messageId)).length;
    expect(parts).toBeGreaterThan(2);
    await send({ id: 'em_6', ...long }, { attempt: 2 });
    await send({ id: 'em_7', ...long }, { edits: head.messageId });
    expect(await replies(head.messageId)).toHaveLength(parts);
  });

  it('a person is written to directly', async () => {
    const sent = await send({ id: 'em_8', to: { channel: 'slack', place: userId }, text: 'Dear Mei' });
    const opened = await ask('conversations.open', { users: userId });
    const { id } = opened.channel as { id: string };
    expect((await history(id)).map((message) => [message.ts, message.text])).toEqual([
      [sent.messageId, 'Dear Mei'],
    ]);
  });

  it('files are shared and found again', async () => {
    const ref = await rig.files.put({
      name: 'broken.png',
      mediaType: 'image/png',
      bytes: new Uint8Array([1, 2, 3]),
    });
    const head = await send({ id: 'em_9', text: 'with a photo', files: [ref] });
    const shared = async () => (await history()).flatMap((message) => message.files ?? []);
    expect(await shared()).toMatchObject([{ name: 'broken.png', size: 3 }]);
    await send({ id: 'em_9', text: 'with a photo', files: [ref] }, { attempt: 2 });
    expect(await shared()).toHaveLength(1);
    expect(head.messageId).toMatch(/^\d+\.\d+$/);
  });

  it('files are fetched with our token, and never stored as a sign-in page', async () => {
    const listed = await ask('conversations.history', { channel: channelId, limit: '200' });
    const file = (listed.messages ?? []).flatMap((message) => message.files ?? [])[0];
    await rig.deliver.event(
      directMessage(
        { user: userId, subtype: 'file_share', text: 'see', files: [file] },
        { team_id: team, context_team_id: team, authorizations: [{ team_id: team }] },
      ),
    );
    const [stored] = rig.received;
    expect(stored).toMatchObject({ text: 'see', from: { name: expect.any(String) } });
    const fetched = stored?.kind === 'text' ? stored.files[0] : undefined;
    expect(rig.files.stored.get(fetched?.id ?? '')?.bytes).toEqual(Buffer.from([1, 2, 3]));
  });

  it('the home tab is published', async () => {
    rig.desk.queueOf = [{ number: 'R-1', card: card('en'), nextDue: null }];
    const opened = plainEvent({ type: 'app_home_opened', user: userId, tab: 'home' });
    const errors = () => rig.logged.filter(({ level }) => level === 'error');
    const queueAsked = rig.desk.asked.length;
    await rig.deliver.event({
      ...opened,
      team_id: team,
      context_team_id: team,
      authorizations: [{ team_id: team }],
    });
    await rig.channel.stop();
    await rig.start();
    expect(rig.desk.asked).toHaveLength(queueAsked);
    expect(errors()).toEqual([]);
  });

  it('a modal opens on a live trigger and is filled; a bogus and a used trigger are refused and answered', async () => {
    const form: Form = {
      buttonId: 'btn_1',
      locale: 'en',
      title: 'Take',
      submit: 'Take it',
      fields: [{ id: 'why', label: 'Why', kind: 'text', required: true }],
    };
    rig.desk.forms.set('btn_1', form);
    const live = (await ask('views.generateTriggerId', { user_id: userId })).trigger_id;
    const body = (trigger_id: unknown) =>
      press('form:btn_1', {
        trigger_id,
        team: { id: team },
        user: { id: userId, team_id: team },
        response_url: `${rig.slack.origin}/response/em`,
      });
    expect((await rig.deliver.interaction(body(live))).status).toBe(200);
    await until('the form to be asked for', () => rig.desk.asked.length > 0);
    expect(rig.slack.state.responses).toHaveLength(0);
    expect((await rig.deliver.interaction(body(live))).status).toBe(200);
    expect((await rig.deliver.interaction(body('bogus'))).status).toBe(200);
    expect(rig.slack.state.responses).toHaveLength(2);
    expect(rig.desk.asked).toHaveLength(1);
    await rig.channel.stop();
    await rig.start();
    expect(rig.logged.filter(({ sentence }) => sentence.includes('filled'))).toEqual([]);
  });

  it('its refusals become our faults', async () => {
    await expect(send({ id: 'em_10', to: { channel: 'slack', place: 'C404' } })).rejects.toMatchObject({
      code: 'channel-rejected',
    });
    await expect(send({ id: 'em_11', to: { channel: 'slack', place: 'U404' } })).rejects.toMatchObject({
      code: 'recipient-unreachable',
    });
    const reposted = await send({ id: 'em_12', card: card('en') }, { edits: '1.000001' });
    expect((await history()).map((message) => message.ts)).toContain(reposted.messageId);
  });

  it('a workspace whose token it does not know is refused', async () => {
    const [installation] = rig.installations.rows.values();
    if (!installation) throw new Error('not installed');
    await rig.installations.store({ ...installation, botToken: 'xoxb-unknown' });
    await expect(send({ id: 'em_13' })).rejects.toMatchObject({ code: 'channel-unauthorised' });
    await rig.installations.store(installation);
  });
});
