import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { vendorLogger } from '../../../adapters/slack/log.ts';
import { Fault } from '../../../src/faults.ts';
import { outbound } from '../../support/slack-server/outbound.ts';
import {
  changedMessage,
  channelMessage,
  command,
  deletedMessage,
  directMessage,
  mention,
  plainEvent,
  press,
} from '../../support/slack-server/payloads.ts';
import { type Rig, startRig, until } from '../../support/slack-server/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const databaseDown = async (): Promise<void> => {
  throw new Fault('database-unavailable', 'down', { retryable: true });
};
const databaseUp = async (): Promise<void> => undefined;
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

describe('an event over HTTP', () => {
  it('is acknowledged only when it is stored', async () => {
    const gate = Promise.withResolvers<void>();
    let answered = false;
    rig.beforeStore = () => gate.promise;
    const delivery = rig.deliver.event(directMessage()).then((response) => {
      answered = true;
      return response;
    });
    await until('the event to reach the store', () => rig.slack.callsOf('users.info').length === 1);
    expect(answered).toBe(false);
    gate.resolve();
    expect((await delivery).status).toBe(200);
    expect(rig.received).toMatchObject([
      { kind: 'text', from: { id: 'U1MEI', name: 'u1mei', locale: 'en' } },
    ]);
  });

  it('is refused with 500 while the database is down, and kept when Slack sends it again', async () => {
    const body = directMessage();
    rig.beforeStore = databaseDown;
    const first = await rig.deliver.event(body);
    expect(first.status).toBe(500);
    expect(first.headers.get('x-slack-no-retry')).toBeNull();
    rig.beforeStore = databaseUp;
    expect((await rig.deliver.event(body, { retry: 1 })).status).toBe(200);
    expect(rig.received).toHaveLength(1);
  });

  it('sent again while the first is still being stored is stored once', async () => {
    const gate = Promise.withResolvers<void>();
    rig.beforeStore = () => gate.promise;
    const body = directMessage();
    const both = [rig.deliver.event(body), rig.deliver.event(body, { retry: 1 })];
    await until('both to be waiting', () => rig.slack.callsOf('users.info').length === 1);
    gate.resolve();
    expect((await Promise.all(both)).map((response) => response.status)).toEqual([200, 200]);
    expect(rig.received).toHaveLength(1);
  });

  it('sent twice bears the same key both times, so that the inbox keeps one', async () => {
    const body = directMessage();
    await rig.deliver.event(body);
    await rig.deliver.event(body, { retry: 1 });
    expect(new Set(rig.received.map((message) => message.key)).size).toBe(1);
  });

  it('keeps the order of one place though the first takes its time', async () => {
    const bodies = Array.from({ length: 5 }, (_, index) => directMessage({ text: `${index}` }));
    rig.beforeStore = async (message) => {
      if (message.kind === 'text' && message.text === '0')
        await new Promise((resolve) => setTimeout(resolve, 100));
    };
    await Promise.all(
      bodies.map(async (body, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 10));
        await rig.deliver.event(body);
      }),
    );
    expect(rig.received.map((message) => (message.kind === 'text' ? message.text : ''))).toEqual(
      bodies.map((_, index) => `${index}`),
    );
  });

  it('is stored without a name when Slack does not tell it', async () => {
    rig.slack.fail('users.info', { kind: 'error', error: 'user_not_visible' });
    expect((await rig.deliver.event(directMessage({ user: 'U9EXT', user_team: 'T9EXT' }))).status).toBe(200);
    expect(rig.received).toMatchObject([{ from: { id: 'U9EXT', team: 'T9EXT' } }]);
    expect(rig.received[0]?.from.name).toBeUndefined();
  });

  it('tells edits and deletions apart from messages [IN-8]', async () => {
    await rig.deliver.event(changedMessage('a', 'b'));
    await rig.deliver.event(deletedMessage());
    expect(rig.received.map((message) => message.kind)).toEqual(['edit', 'deletion']);
  });

  it('of our own words is acknowledged and nothing more', async () => {
    expect((await rig.deliver.event(directMessage({ user: 'U0BOT', bot_id: 'B0BOT' }))).status).toBe(200);
    expect(rig.received).toEqual([]);
  });
});

describe('a signature', () => {
  it('of another secret is refused', async () => {
    const response = await fetch(`${rig.url}/slack/events`, {
      method: 'POST',
      body: JSON.stringify(directMessage()),
      headers: {
        'content-type': 'application/json',
        'x-slack-signature': `v0=${'0'.repeat(64)}`,
        'x-slack-request-timestamp': String(nowSeconds()),
      },
    });
    expect(response.status).toBe(401);
    expect(rig.received).toEqual([]);
  });

  it.each([
    ['old', -301],
    ['from the future', 301],
    ['from the far future', 600],
  ])('with a stamp that is %s is refused', async (_, seconds) => {
    const response = await rig.deliver.event(directMessage(), { stamp: nowSeconds() + seconds });
    expect(response.status).toBe(401);
    expect(rig.received).toEqual([]);
  });

  it('with a stamp a little off is taken', async () => {
    expect((await rig.deliver.event(directMessage(), { stamp: nowSeconds() + 200 })).status).toBe(200);
    expect((await rig.deliver.event(directMessage(), { stamp: nowSeconds() - 200 })).status).toBe(200);
  });

  it('missing altogether is refused', async () => {
    const response = await fetch(`${rig.url}/slack/events`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });
});

describe('what Slack asks of the address itself', () => {
  it('is answered: the challenge', async () => {
    const response = await rig.deliver.event({ type: 'url_verification', challenge: 'abc' });
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  it('is answered: the certificate check, and withheld events', async () => {
    expect((await rig.deliver.command({ ssl_check: '1', token: 't' })).status).toBe(200);
    expect((await rig.deliver.event({ type: 'app_rate_limited', team_id: 'T0HOME' })).status).toBe(200);
    expect(rig.logged.some(({ sentence }) => sentence.includes('withholds'))).toBe(true);
  });
});

describe('a mention in a shared channel', () => {
  it('goes on in the private place of its writer, once, though Slack sends it twice [S2.4]', async () => {
    const ts = '1795244400.000555';
    await rig.deliver.event(mention({ ts }));
    await rig.deliver.event(channelMessage({ ts, text: '<@U0BOT> my parcel never came' }));
    expect(new Set(rig.received.map((message) => message.key)).size).toBe(1);
    for (const message of rig.received)
      expect(message).toMatchObject({
        address: { place: 'C0SUPPORT' },
        continueAt: { channel: 'slack', place: 'DU1MEI' },
        text: 'my parcel never came',
      });
  });

  it('by someone we may not write to is kept all the same', async () => {
    await rig.deliver.event(mention({ user: 'U9EXT' }));
    expect(rig.received).toMatchObject([{ continueAt: { place: 'U9EXT' } }]);
  });

  it('waits for Slack’s next try when Slack cannot say where', async () => {
    const body = mention();
    rig.slack.fail('conversations.open', { kind: 'status', status: 503 });
    expect((await rig.deliver.event(body)).status).toBe(500);
    expect((await rig.deliver.event(body, { retry: 1 })).status).toBe(200);
    expect(rig.received).toMatchObject([{ continueAt: { place: 'DU1MEI' } }]);
  });
});

describe('what is said among others in a shared channel', () => {
  const card = async (): Promise<string> => {
    const { messageId } = await rig.channel.send({
      message: outbound({ to: { channel: 'slack', place: 'C0TEAM' } }),
      attempt: 1,
    });
    return messageId;
  };
  const inTeam = (message: object) => channelMessage({ channel: 'C0TEAM', user: 'U2LI', ...message });

  it('is none of our business: neither kept nor answered', async () => {
    rig.slack.state.rooms
      .get('C0TEAM')
      ?.messages.push({ ts: '9.9', user: 'U1MEI', text: 'x', blocks: [], edits: 0 });
    const lunch = inTeam({ text: 'lunch?' });
    const reply = inTeam({ text: 'yes', thread_ts: '9.9' });
    const gone = inTeam({ text: 'yes', thread_ts: '404.404' });
    for (const body of [lunch, reply, gone]) expect((await rig.deliver.event(body)).status).toBe(200);
    await rig.deliver.event(changedMessage('a', 'b', {}, { channel: 'C0TEAM', channel_type: 'channel' }));
    await rig.deliver.event(deletedMessage({}, { channel: 'C0TEAM', channel_type: 'channel' }));
    expect(rig.received).toEqual([]);
  });

  it('under a card of ours is a note in its thread [ST-3]', async () => {
    const thread_ts = await card();
    await rig.deliver.event(inTeam({ text: 'called the shop', thread_ts }));
    await rig.deliver.event(inTeam({ text: 'they will ring back', thread_ts }));
    expect(rig.received).toMatchObject([
      { kind: 'text', text: 'called the shop', address: { place: 'C0TEAM' }, thread: thread_ts },
      { kind: 'text', text: 'they will ring back' },
    ]);
    expect(rig.slack.callsOf('conversations.replies')).toHaveLength(1);
  });

  it('is asked about again when Slack could not say whose thread it is', async () => {
    const body = inTeam({ text: 'called the shop', thread_ts: await card() });
    rig.slack.fail('conversations.replies', { kind: 'rate-limit', seconds: 1 });
    expect((await rig.deliver.event(body)).status).toBe(500);
    expect((await rig.deliver.event(body, { retry: 1 })).status).toBe(200);
    expect(rig.received).toHaveLength(1);
  });

  it('but by our name, changed or deleted later, is followed into the private talk [IN-8]', async () => {
    const outer = { channel: 'C0SUPPORT', channel_type: 'channel' };
    await rig.deliver.event(changedMessage('<@U0BOT> 1 day late', '<@U0BOT> 10 days late', {}, outer));
    await rig.deliver.event(changedMessage('<@U0BOT> 1 day late', 'never mind', {}, outer));
    await rig.deliver.event(deletedMessage({ text: '<@U0BOT> 1 day late' }, outer));
    expect(rig.received).toMatchObject([
      { kind: 'edit', text: '10 days late', address: { place: 'DU1MEI' } },
      { kind: 'edit', text: 'never mind', address: { place: 'DU1MEI' } },
      { kind: 'deletion', address: { place: 'DU1MEI' } },
    ]);
  });
});

describe('files of a message [IN-7]', () => {
  const withFile = (file: Readonly<Record<string, unknown>>) =>
    directMessage({
      subtype: 'file_share',
      text: 'look',
      files: [{ id: 'F1', name: 'broken.png', mimetype: 'image/png', size: 3, ...file }],
    });
  const keep = (id: string): string => {
    rig.slack.state.files.set(id, { name: 'broken.png', length: 3, bytes: new Uint8Array([1, 2, 3]) });
    return `${rig.slack.origin}/files/${id}`;
  };

  it('are fetched with our token and stored', async () => {
    await rig.deliver.event(withFile({ url_private: keep('F1') }));
    expect(rig.received).toMatchObject([
      { text: 'look', files: [{ id: 'file_1', name: 'broken.png', mediaType: 'image/png', bytes: 3 }] },
    ]);
    expect(rig.files.stored.get('file_1')?.bytes).toEqual(Buffer.from([1, 2, 3]));
  });

  it('are asked for where Slack Connect leaves them out of the event', async () => {
    keep('F1');
    await rig.deliver.event(withFile({ file_access: 'check_file_info', url_private: undefined }));
    expect(rig.received).toMatchObject([{ files: [{ name: 'broken.png' }] }]);
  });

  it.each<readonly [string, { url?: string; mode?: string; size?: number }, string]>([
    ['the sign-in page comes instead', { url: '/files/F404' }, 'unavailable'],
    ['the address is somebody else’s', { url: 'https://evil.example/F1' }, 'unavailable'],
    ['it is kept outside Slack', { mode: 'external', url: '/files/F1' }, 'unavailable'],
    ['Slack hides it for a plan’s limit', { mode: 'hidden_by_limit' }, 'unavailable'],
    ['it says it is too big', { url: '/files/F1', size: 200_000_000 }, 'too-large'],
  ])('are named with the reason when %s', async (_, { url, ...file }, reason) => {
    keep('F1');
    const address = url?.startsWith('/') ? `${rig.slack.origin}${url}` : url;
    await rig.deliver.event(withFile({ ...file, ...(address ? { url_private: address } : {}) }));
    expect(rig.received).toMatchObject([
      { text: 'look', files: [], refusedFiles: [{ name: 'broken.png', reason }] },
    ]);
  });

  it.each([
    ['too-large', 'too-large'],
    ['type', 'type'],
    ['empty', 'unavailable'],
  ] as const)('are named with the reason when the pack says %s', async (refuse, reason) => {
    rig.files.refuse = refuse;
    await rig.deliver.event(withFile({ url_private: keep('F1') }));
    expect(rig.received).toMatchObject([{ files: [], refusedFiles: [{ name: 'broken.png', reason }] }]);
  });

  it('never take our token to a stranger', async () => {
    const stranger = await startRig();
    stranger.slack.state.files.set('F1', { name: 'x', length: 1, bytes: new Uint8Array([1]) });
    await rig.deliver.event(withFile({ url_private: `${stranger.slack.origin}/files/F1` }));
    expect(rig.received).toMatchObject([{ refusedFiles: [{ reason: 'unavailable' }] }]);
    await stranger.close();
  });
});

describe('a press', () => {
  it('is stored before it is acknowledged, with the way to answer it', async () => {
    const body = press('press:btn_1', { response_url: `${rig.slack.origin}/response/1` });
    expect((await rig.deliver.interaction(body)).status).toBe(200);
    expect(rig.received).toMatchObject([
      { kind: 'press', buttonId: 'btn_1', from: { id: 'U2LI' }, answerTo: `${rig.slack.origin}/response/1` },
    ]);
  });

  it('is not acknowledged when it could not be stored: the person sees that it did not work', async () => {
    rig.beforeStore = databaseDown;
    expect((await rig.deliver.interaction(press('press:btn_1'))).status).toBe(500);
  });

  it('of two people at once is two presses', async () => {
    const one = press('press:btn_1');
    const other = press('press:btn_1', { user: { id: 'U1MEI', name: 'mei', team_id: 'T0HOME' } });
    await Promise.all([rig.deliver.interaction(one), rig.deliver.interaction(other)]);
    expect(rig.received.map((message) => message.from.id).toSorted()).toEqual(['U1MEI', 'U2LI']);
    expect(new Set(rig.received.map((message) => message.key)).size).toBe(2);
  });

  it('on something that is not ours does nothing', async () => {
    expect((await rig.deliver.interaction(press('other:1'))).status).toBe(200);
    expect(rig.received).toEqual([]);
  });
});

describe('a slash command', () => {
  it('arrives at the private place, so that nothing of it is answered in the open', async () => {
    const response = await rig.deliver.command(
      command('status', { response_url: `${rig.slack.origin}/response/2` }),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(rig.received).toMatchObject([{ kind: 'command', name: 'status', address: { place: 'DU2LI' } }]);
  });
});

describe('user groups', () => {
  it('give their members, asked for once in five minutes and again when Slack says they changed', async () => {
    rig.slack.state.groups.set('S1', ['U2LI']);
    rig.now = '2026-11-21T08:00:00.000Z';
    expect(await rig.channel.members?.('S1')).toEqual(['U2LI']);
    rig.slack.state.groups.set('S1', ['U2LI', 'U1MEI']);
    expect(await rig.channel.members?.('S1')).toEqual(['U2LI']);
    rig.now = '2026-11-21T08:05:01.000Z';
    expect(await rig.channel.members?.('S1')).toEqual(['U2LI', 'U1MEI']);
    expect(rig.slack.callsOf('usergroups.users.list')).toHaveLength(2);
    rig.now = null;
    await rig.deliver.event(plainEvent({ type: 'subteam_updated', subteam: { id: 'S1' } }));
    rig.now = '2026-11-21T08:05:02.000Z';
    await rig.channel.members?.('S1');
    expect(rig.slack.callsOf('usergroups.users.list')).toHaveLength(3);
  });

  it('are remembered through an outage, and refused when there is no such group', async () => {
    rig.slack.state.groups.set('S1', ['U2LI']);
    rig.now = '2026-11-21T08:00:00.000Z';
    await rig.channel.members?.('S1');
    rig.now = '2026-11-21T09:00:00.000Z';
    rig.slack.fail('usergroups.users.list', { kind: 'status', status: 502 });
    expect(await rig.channel.members?.('S1')).toEqual(['U2LI']);
    await expect(rig.channel.members?.('S9')).rejects.toMatchObject({ code: 'channel-rejected' });
  });
});

describe('what is logged', () => {
  it('holds none of the words people wrote and no token', async () => {
    rig.beforeStore = databaseDown;
    await rig.deliver.event(directMessage({ text: 'my secret complaint' }));
    rig.slack.fail('users.info', { kind: 'cut' });
    await rig.deliver.event(directMessage({ user: 'U7', text: 'my secret complaint' }));
    const written = inspect(rig.logged, { depth: 20, showHidden: true });
    expect(rig.logged.length).toBeGreaterThan(0);
    expect(written).not.toContain('secret complaint');
    expect(written).not.toContain('xoxb');
  });

  it('holds only the first words of what Slack’s packages say', () => {
    const lines: object[] = [];
    const keep = (data: object) => void lines.push(data);
    const logger = vendorLogger({ debug: keep, info: keep, warn: keep, error: keep });
    logger.error('An event failed', { text: 'my secret complaint' });
    logger.warn(new Error('my secret complaint'));
    logger.error({ text: 'my secret complaint' });
    logger.info('my secret complaint');
    logger.debug('my secret complaint');
    expect(lines).toEqual([{ vendor: 'An event failed' }, { vendor: 'Error' }, { vendor: 'no text' }]);
  });
});
