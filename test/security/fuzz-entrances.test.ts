import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretHeader } from '../../adapters/telegram/webhook.ts';
import { createWebChannel } from '../../adapters/webchat/index.ts';
import { type App, createApp } from '../../src/app.ts';
import type { Route } from '../../src/ports.ts';
import { createVirtualClock } from '../../src/run/clock.ts';
import { createWebApp } from '../../src/run/http.ts';
import { createIds } from '../../src/run/ids.ts';
import { createIntake } from '../../src/run/intake.ts';
import { createLog } from '../../src/run/log.ts';
import { rig as telegramRig } from '../adapters/telegram/harness.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import * as slack from '../support/slack-server/payloads.ts';
import { newRig, type Rig as SlackRig } from '../support/slack-server/rig.ts';
import { TelegramServer } from '../support/telegram-server/server.ts';
import { inputs, mutated, nasty, patience } from './mutations.ts';

/** What no answer may hold: a stack, a path of ours, SQL, another's words, a token. */
const leaks =
  /\bat .{1,80}\.ts:\d+|node_modules|\/src\/|select .{1,40} from|syntax error|invalid input syntax|sk-secret|someone-elses-words/i;

const look = async (response: Response): Promise<string> => {
  const text = await response.text();
  expect(response.status, text).toBeLessThan(500);
  expect(text).not.toMatch(leaks);
  return text;
};

const header = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    '',
    'text/plain',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
  ),
);
const raw = fc.oneof(
  nasty,
  fc.constantFrom(
    '{',
    '[]',
    'null',
    '"',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nx\r\n--x--',
    'payload=%7B',
    '{"a":1}'.repeat(50),
    `${'['.repeat(20_000)}`,
  ),
);

describe('the pages and both APIs', () => {
  let database: FreshDatabase;
  let app: App;
  let web: ReturnType<typeof createWebApp>;
  let token = '';
  let buttons: readonly string[] = [];
  const clock = createVirtualClock('2026-11-23T02:00:00.000Z');
  let monotonic = 0;

  const call = (path: string, init: RequestInit = {}, peer = '127.0.0.1'): Promise<Response> =>
    Promise.resolve(
      web.request(`http://127.0.0.1:3000${path}`, init, { incoming: { socket: { remoteAddress: peer } } }),
    );
  const post = (path: string, body: unknown) =>
    call(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    database = await freshDatabase();
    app = await createApp(
      {
        policyPack: 'general',
        organisation: null,
        timeZone: null,
        locale: null,
        http: { publicUrl: 'http://127.0.0.1:3000' },
        channels: { team: { channel: 'web', place: 'team' }, manager: { channel: 'web', place: 'manager' } },
      },
      {
        db: database.db,
        databaseUrl: database.url,
        clock,
        ids: createIds(),
        log: createLog('silent'),
        connect: ({ desk, files }) => [
          createWebChannel({
            desk,
            files,
            ids: createIds(),
            clock,
            // Every input comes a second later, so that no limit hides what is behind it.
            options: { publicUrl: 'http://127.0.0.1:3000', monotonicMs: () => (monotonic += 1000) },
          }),
        ],
      },
    );
    for (const channel of app.channels) await channel.start(createIntake(app.world));
    web = createWebApp({
      host: '',
      port: 0,
      routes: app.channels.flatMap(({ routes }) => routes),
      ready: async () => ({ ready: true, detail: {} }),
      metrics: () => app.world.metrics.text(),
      log: app.world.log,
    });
    const open = async () =>
      ((await (await post('/api/chat/sessions', { locale: 'en' })).json()) as { token: string }).token;
    token = await open();
    await post('/api/chat/messages', {
      clientMessageId: 'a',
      text: 'someone-elses-words: my parcel never came, I want a refund',
    });
    token = await open();
    await post('/api/chat/messages', {
      clientMessageId: 'a',
      text: 'My kettle is broken, I want my money back, order 20261109-4471',
    });
    await app.settle();
    for (const hour of ['03', '04']) {
      clock.moveTo(`2026-11-23T${hour}:00:00.000Z`);
      await app.settle();
    }
    const lines = (await (await call('/api/desk/messages?channel=team')).json()) as {
      messages: { buttons: { id: string }[] }[];
    };
    buttons = lines.messages.flatMap((line) => line.buttons.map(({ id }) => id));
    expect(buttons.length).toBeGreaterThan(3);
  });
  afterAll(async () => {
    await app.stop();
    await database.close();
  });

  /** Lets turns read what was taken; nothing of it may end parked, nothing may fail. */
  const digest = async () => {
    clock.moveTo(new Date(Date.parse(clock.now()) + 60_000).toISOString());
    await app.settle();
    const stuck = await database.db
      .selectFrom('inbox')
      .select(['error', 'body'])
      .where((where) => where.or([where('state', '=', 'parked'), where('attempts', '>', 0)]))
      .execute();
    expect(stuck).toEqual([]);
  };

  const chatBodies = () => [
    { clientMessageId: 'c1', text: 'it is still broken', locale: 'en' },
    { clientActionId: 'c2', messageId: 'web_1', buttonId: buttons[0] },
  ];

  it('the complainant’s API answers every body with sense', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('sessions', 'messages', 'actions', 'attachments'),
        fc.oneof({ weight: 5, arbitrary: mutated(chatBodies()).map((value) => JSON.stringify(value)) }, raw),
        header,
        fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, nasty),
        async (path, body, type, bearer) => {
          const authorization = `Bearer ${bearer === null ? token : bearer.replaceAll(/[^\x20-\x7e]/g, '')}`;
          await look(
            await call(`/api/chat/${path}`, {
              method: 'POST',
              headers: { ...(type ? { 'content-type': type } : {}), authorization },
              body: body ?? '',
            }),
          );
        },
      ),
      { numRuns: inputs(0.1) },
    );
    await digest();
  });

  it(
    'the desk’s API answers every body with sense, with buttons and forms that exist',
    patience,
    async () => {
      const bodies = buttons.flatMap((buttonId, index) => [
        {
          as: 'lin',
          clientActionId: `d${index}`,
          messageId: 'web_1',
          buttonId,
          channel: 'team',
          fields: {
            text: 'We are sorry',
            reason: 'because',
            money: '12 CNY',
            kind: 'refund',
            withinDays: '3',
            severity: '2',
            to: 'chen',
            number: 'R-2026-000001',
            department: 'quality',
            outcome: 'upheld',
            cause: 'x',
            purpose: 'update',
            ground: 'not_ours',
            valid: 'yes',
          },
        },
        { as: 'zhou_head', clientActionId: `e${index}`, messageId: 'web_1', buttonId, channel: 'team' },
      ]);
      const all = [
        ...bodies,
        { as: 'lin', channel: 'team', thread: 'web_1', clientMessageId: 'n1', text: 'a note' },
        {
          as: 'lin',
          channel: 'team',
          clientMessageId: 'n2',
          name: 'new',
          fields: { narrative: 'by phone', name: 'Jane', phone: '13800000000' },
        },
      ];
      let count = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('messages', 'actions', 'actions', 'commands'),
          mutated(all),
          async (path, body) => {
            const fresh =
              typeof body === 'object' &&
              body !== null &&
              'clientActionId' in body &&
              body.clientActionId?.constructor === String
                ? { ...body, clientActionId: `f${count++}` }
                : body;
            await look(await post(`/api/desk/${path}`, fresh));
          },
        ),
        { numRuns: inputs(0.1) },
      );
      await digest();
    },
  );

  it('addresses, queries and headers of any kind lead nowhere they should not', patience, async () => {
    const place = fc.constantFrom(
      '/',
      '/chat',
      '/privacy',
      '/widget.js',
      '/assets/',
      '/api/chat/attachments/',
      '/api/desk/attachments/',
      '/api/chat/messages?after=',
      '/api/desk/messages?channel=',
      '/api/desk/queue?as=',
      '/metrics',
      '/readyz',
      '/telegram/',
      '/slack/',
    );
    await fc.assert(
      fc.asyncProperty(
        place,
        nasty,
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'),
        nasty,
        async (path, rest, method, value) => {
          const response = await call(`${path}${encodeURIComponent(rest.toWellFormed())}`, {
            method,
            headers: {
              authorization: `Bearer ${token}`,
              'accept-language': value.replaceAll(/[^\x20-\x7e]/g, ''),
            },
          });
          if (response.headers.get('content-type') === 'text/event-stream') return;
          const text = await look(response);
          expect(text).not.toContain('root:');
        },
      ),
      { numRuns: inputs(0.08) },
    );
  });

  it('a desk asked from anywhere else is refused whatever is sent', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.ipV4(),
        fc.constantFrom('people', 'messages?channel=team', 'queue?as=lin'),
        fc.constantFrom('x-redress-peer', 'x-forwarded-for', 'host', 'origin', 'forwarded'),
        fc.constantFrom('127.0.0.1', '::1', 'localhost', 'evil.example'),
        async (peer, path, name, value) => {
          fc.pre(!peer.startsWith('127.'));
          const response = await call(`/api/desk/${path}`, { headers: { [name]: value } }, peer);
          expect(response.status).toBe(403);
        },
      ),
      { numRuns: inputs(0.03) },
    );
  });
});

describe('Slack’s deliveries', () => {
  let rig: SlackRig;
  const secret = 'signing-secret';
  beforeAll(async () => {
    rig = await newRig();
    await rig.start();
  });
  afterAll(() => rig.close());

  const handle = (
    body: string,
    type: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<Response> => {
    const route = rig.channel.routes.find(
      (one: Route) => one.path === '/slack/events' && one.method === 'POST',
    );
    if (!route) throw new Error('no route');
    return Promise.resolve(
      route.handle(
        new Request('http://127.0.0.1/slack/events', {
          method: 'POST',
          body,
          headers: { 'content-type': type, ...headers },
        }),
        {},
      ),
    );
  };
  const signed = (body: string) => {
    const at = String(Math.floor(Date.now() / 1000));
    return {
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
    };
  };

  const events = [
    slack.directMessage(),
    slack.channelMessage(),
    slack.mention(),
    slack.changedMessage('before', 'after'),
    slack.deletedMessage(),
    slack.plainEvent({ type: 'app_home_opened', user: 'U1MEI', tab: 'home' }),
    slack.directMessage({
      files: [
        { id: 'F1', name: 'a.png', mimetype: 'image/png', size: 3, url_private: 'http://127.0.0.1:1/a' },
      ],
    }),
  ];
  const interactions = [
    slack.press('press:b_1'),
    slack.homePress('form:b_1'),
    slack.submission({}),
    slack.globalShortcut('t1'),
    slack.messageShortcut('t2', 'words'),
  ];

  it('signed, but of any shape: taken, refused or asked for again, never a crash', patience, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          mutated(events).map((value) => ({ body: JSON.stringify(value), type: 'application/json' })),
          mutated(interactions).map((value) => ({
            body: new URLSearchParams({ payload: JSON.stringify(value) }).toString(),
            type: 'application/x-www-form-urlencoded',
          })),
          raw.map((body) => ({ body, type: 'application/json' })),
        ),
        async ({ body, type }) => {
          const response = await handle(body.toWellFormed(), type, signed(body.toWellFormed()));
          // What could not be stored is never acknowledged: Slack sends it three times more and gives up.
          if (response.status === 500) expect(await response.text()).toBe('');
          else await look(response);
        },
      ),
      { numRuns: inputs(0.06) },
    );
    for (const message of rig.received) expect(typeof message.key).toBe('string');
    const genuine = JSON.stringify(slack.directMessage({ text: 'still there?' }));
    expect((await handle(genuine, 'application/json', signed(genuine))).status).toBe(200);
    expect(rig.received.at(-1)).toMatchObject({ text: 'still there?' });
  });

  it('unsigned, wrongly signed, or old: refused, and nothing is taken', patience, async () => {
    const before = rig.received.length;
    await fc.assert(
      fc.asyncProperty(
        mutated(events),
        nasty,
        fc.constantFrom('0', '1', '', 'NaN', String(Math.floor(Date.now() / 1000))),
        async (value, signature, at) => {
          const response = await handle(JSON.stringify(value), 'application/json', {
            'x-slack-signature': `v0=${signature.replaceAll(/[^\x20-\x7e]/g, '')}`,
            'x-slack-request-timestamp': at,
          });
          expect(response.status).toBe(401);
        },
      ),
      { numRuns: inputs(0.02) },
    );
    expect(rig.received.length).toBe(before);
  });
});

describe('Telegram’s deliveries', () => {
  let server: TelegramServer;
  let made: Awaited<ReturnType<typeof telegramRig>>;
  beforeAll(async () => {
    server = await new TelegramServer().start();
    made = await telegramRig({
      webhookUrl: 'http://127.0.0.1:1/telegram/x',
      webhookSecret: 'a-secret',
      onServer: server,
      tuning: { retryMs: 1, answerWaitMs: 1 },
    });
    await made.start();
  });
  afterAll(async () => {
    await made.close();
    await server.close();
  });

  const lin = { id: 7, is_bot: false, first_name: 'Lin', language_code: 'en' };
  const chat = { id: 7, type: 'private', first_name: 'Lin' };
  const message = {
    message_id: 5,
    date: 1_795_000_000,
    chat,
    from: lin,
    text: '/status please',
    entities: [{ type: 'bot_command', offset: 0, length: 7 }],
  };
  const updates = () => [
    { update_id: 1, message },
    { update_id: 2, edited_message: { ...message, edit_date: 1_795_000_001, text: 'changed' } },
    { update_id: 3, callback_query: { id: 'q', from: lin, chat_instance: 'x', data: 'b_1', message } },
    {
      update_id: 4,
      message: {
        ...message,
        text: undefined,
        caption: 'see',
        photo: [
          {
            file_id: server.file('f', Buffer.from('png')),
            file_unique_id: 'u',
            width: 1,
            height: 1,
            file_size: 3,
          },
        ],
      },
    },
    {
      update_id: 5,
      message: {
        ...message,
        text: undefined,
        contact: { phone_number: '+8613800000000', first_name: 'Lin', user_id: 7 },
      },
    },
    {
      update_id: 6,
      my_chat_member: {
        chat,
        from: lin,
        date: 1,
        old_chat_member: { user: lin, status: 'member' },
        new_chat_member: { user: lin, status: 'kicked' },
      },
    },
    { update_id: 7, business_message: { ...message, business_connection_id: 'bc' } },
    { update_id: 8, deleted_business_messages: { business_connection_id: 'bc', chat, message_ids: [5] } },
    {
      update_id: 9,
      message: {
        ...message,
        chat: { id: -1001, type: 'supergroup', title: 'g', is_forum: true },
        message_thread_id: 3,
        is_topic_message: true,
        reply_to_message: {
          ...message,
          message_id: 4,
          from: { id: 1, is_bot: true, first_name: 'bot' },
          text: 'How much? ⟦b_1:money⟧',
        },
      },
    },
  ];
  let id = 1000;

  const handle = (body: string, secret: string) => {
    const [route] = made.channel.routes;
    if (!route) throw new Error('no route');
    return Promise.resolve(
      route.handle(
        new Request('http://127.0.0.1:1/telegram/x', {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', [secretHeader]: secret },
        }),
        {},
      ),
    );
  };

  it(
    'with the secret, but of any shape: taken, refused, or parked after a few tries, never a crash',
    patience,
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof({ weight: 6, arbitrary: mutated(updates()) }, raw), async (value) => {
          const fresh =
            typeof value === 'object' &&
            value !== null &&
            'update_id' in value &&
            typeof value.update_id === 'number'
              ? { ...value, update_id: id++ }
              : value;
          const body = typeof fresh === 'string' ? fresh : JSON.stringify(fresh);
          let response = await handle(body, 'a-secret');
          for (let again = 0; again < 4 && response.status === 500; again++)
            response = await handle(body, 'a-secret');
          await look(response);
        }),
        { numRuns: inputs(0.06) },
      );
      for (const arrival of made.arrivals) expect(typeof arrival.key).toBe('string');
      const genuine = { update_id: id++, message: { ...message, text: 'still there?', entities: [] } };
      expect((await handle(JSON.stringify(genuine), 'a-secret')).status).toBe(200);
      expect(made.arrivals.at(-1)).toMatchObject({ text: 'still there?' });
    },
  );

  it('with any other secret: refused, and nothing is taken', patience, async () => {
    const before = made.arrivals.length;
    await fc.assert(
      fc.asyncProperty(mutated(updates()), nasty, async (value, secret) => {
        const told = secret.replaceAll(/[^\x21-\x7e]/g, '');
        fc.pre(told !== 'a-secret');
        expect((await handle(JSON.stringify(value), told)).status).toBe(401);
      }),
      { numRuns: inputs(0.02) },
    );
    expect(made.arrivals.length).toBe(before);
  });
});
