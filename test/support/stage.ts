import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createSlackChannel } from '../../adapters/slack/index.ts';
import { createTelegramChannel } from '../../adapters/telegram/index.ts';
import { createWebChannel } from '../../adapters/webchat/index.ts';
import { type App, type AppParts, createApp } from '../../src/app.ts';
import type { Channel } from '../../src/ports.ts';
import { createVirtualClock, type VirtualClock } from '../../src/run/clock.ts';
import { listenHttp } from '../../src/run/http.ts';
import { createCountingIds } from '../../src/run/ids.ts';
import { createIntake } from '../../src/run/intake.ts';
import type { Scenario } from '../../src/run/scenario.ts';
import type { Sides } from '../../src/run/sides.ts';
import { webSides } from '../../src/run/web-sides.ts';
import type { Address, ChannelName, DeskChannel } from '../../src/terms.ts';
import { withAccounts } from './accounts.ts';
import { freshDatabase } from './database.ts';
import { type Deliveries, deliverTo } from './slack-server/deliver.ts';
import { type SlackServer, startSlackServer } from './slack-server/server.ts';
import { slackAccount, slackPlaces, slackSides } from './stage-slack.ts';
import { telegramPlaces, telegramSides } from './stage-telegram.ts';
import { TelegramServer } from './telegram-server/server.ts';

/** The real app with its real channels, against stub servers, on a clock that stands. */
export interface ChannelStage {
  readonly app: App;
  readonly clock: VirtualClock;
  readonly sides: Readonly<Record<ChannelName, Sides>>;
  readonly slack: SlackServer;
  readonly telegram: TelegramServer;
  /** Slack's side of HTTP, for payloads that no side of a play makes. */
  readonly deliver: Deliveries;
  close(): Promise<void>;
}

const signingSecret = 'stage-secret';
const demo = join(import.meta.dirname, '../../policies/organisation.demo.yaml');

/** The play decides when a message goes: no transport's pace makes it wait. */
const unpaced = (channel: Channel): Channel => ({
  ...channel,
  pace: () => ({ everyMs: 0, perMinute: 60_000 }),
});

const deskAddress = (channel: ChannelName, place: DeskChannel): Address => ({
  channel,
  place: { web: place, slack: slackPlaces[place], telegram: String(telegramPlaces[place]) }[channel],
});

const startServers = async (staff: readonly string[]) => {
  const slack = await startSlackServer();
  const accounts = staff.map(slackAccount);
  for (const account of accounts) slack.addUser(account, { locale: 'zh-CN' });
  for (const room of Object.values(slackPlaces)) slack.addRoom(room, accounts);
  const telegram = await new TelegramServer().start();
  for (const [name, id] of Object.entries(telegramPlaces)) telegram.world.forum(id, name);
  return { slack, telegram };
};

type Servers = Awaited<ReturnType<typeof startServers>>;

const connectAll =
  ({ slack, telegram }: Servers, clock: VirtualClock): AppParts['connect'] =>
  ({ desk, files }) => {
    const ids = createCountingIds();
    const logger = pino({ level: process.env.STAGE_LOG ?? 'silent' });
    const given = { desk, files, clock, ids, logger };
    const { botToken } = slack.workspace;
    const tuning = { pollSeconds: 5, retryMs: 20, answerWaitMs: 30_000 };
    return [
      createWebChannel({ ...given, options: { publicUrl: 'http://127.0.0.1:3000' } }),
      createSlackChannel({ ...given, config: { botToken, signingSecret, apiUrl: slack.apiUrl } }),
      createTelegramChannel({ ...given, token: telegram.token, apiRoot: telegram.apiRoot, tuning }),
    ].map(unpaced);
  };

/** Opens a stage for a scenario, its desk on one transport, complainants free to come by any. */
export const openStage = async (
  scenario: Pick<Scenario, 'start' | 'pack' | 'organisation' | 'zone'>,
  desk: ChannelName,
): Promise<ChannelStage> => {
  const { staff, text } = withAccounts(scenario.organisation ?? demo);
  const folder = mkdtempSync(join(tmpdir(), 'redress-stage-'));
  const organisation = join(folder, 'organisation.yaml');
  writeFileSync(organisation, text);
  const database = await freshDatabase();
  const clock = createVirtualClock(
    Temporal.Instant.from(scenario.start).toString({ smallestUnit: 'millisecond' }),
  );
  const servers = await startServers(staff);
  const app = await createApp(
    {
      policyPack: scenario.pack,
      organisation,
      timeZone: scenario.zone,
      locale: null,
      http: { publicUrl: 'http://127.0.0.1:3000' },
      channels: { team: deskAddress(desk, 'team'), manager: deskAddress(desk, 'manager') },
    },
    {
      db: database.db,
      databaseUrl: database.url,
      clock,
      ids: createCountingIds(),
      log: pino({ level: process.env.STAGE_LOG ?? 'silent' }),
      synthetic: true,
      connect: connectAll(servers, clock),
    },
  );
  const http = await listenHttp({
    host: '127.0.0.1',
    port: 0,
    routes: app.channels.flatMap(({ routes }) => routes),
    ready: async () => ({ ready: true, detail: {} }),
    metrics: () => app.world.metrics.text(),
    log: app.world.log,
  });
  for (const channel of app.channels) await channel.start(createIntake(app.world));
  const deliver = deliverTo(`http://127.0.0.1:${http.port}`, signingSecret, () => Date.parse(clock.now()));
  const form = (buttonId: string, id: string) =>
    app.desk.form(buttonId, { channel: 'telegram', sender: { id } });
  return {
    app,
    clock,
    ...servers,
    deliver,
    sides: {
      web: webSides(app),
      slack: slackSides({ server: servers.slack, deliver }),
      telegram: telegramSides({ server: servers.telegram, staff, form }),
    },
    async close() {
      await app.stop();
      await http.close();
      await servers.slack.close();
      await servers.telegram.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
};
