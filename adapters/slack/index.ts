import { Fault, isFault } from '../../src/faults.ts';
import type { InboundMessage } from '../../src/inbound/message.ts';
import type { OutboundMessage } from '../../src/outbox/message.ts';
import type { Channel, Clock, Desk, Files, Ids, Pace, Receive } from '../../src/ports.ts';
import { createBoltApp } from './bolt.ts';
import type { SlackConfig } from './config.ts';
import { createGroups } from './groups.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { createOnce } from './in-turn.ts';
import { installRoutes } from './install-routes.ts';
import type { Installations } from './installations.ts';
import { createIntake } from './intake.ts';
import type { Log } from './log.ts';
import { createModals } from './modals.ts';
import { createPeople } from './people.ts';
import { createPlaces } from './places.ts';
import { createSend } from './send.ts';
import { StoringSocketReceiver } from './socket-receiver.ts';
import { createThreads } from './threads.ts';
import { createWorkspaces } from './workspaces.ts';

/** What the Slack channel is made of. */
export interface SlackOptions {
  readonly config: SlackConfig;
  readonly desk: Desk;
  readonly files: Files;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Needed for several workspaces only. */
  readonly installations?: Installations;
  readonly logger: Log;
}

/** Slack takes one message a second in a channel, and about fifty redraws a minute. */
const pace: Pace = { everyMs: 1000, perMinute: 50 };

/**
 * Slack as a channel: complainants in direct messages, staff and managers in channels, over HTTP or Socket Mode.
 * Throws Fault `config-invalid` when what is set cannot work together.
 */
export const createSlackChannel = (options: SlackOptions): Channel => {
  const { config, clock, files, installations, logger: log } = options;
  checkConfig(options);
  const once = createOnce();
  const background = createBackground(log);
  const workspaces = createWorkspaces({ config, installations, clock, log });
  const places = createPlaces();
  const people = createPeople(clock);
  const groups = createGroups(workspaces, clock);
  let receiver: Receive | undefined;
  const receive = async (message: InboundMessage): Promise<void> => {
    if (receiver === undefined)
      throw new Fault('channel-unavailable', 'Slack is not started', { retryable: true });
    await receiver(message);
  };
  const shared = { config, desk: options.desk, files, workspaces, places, people, receive, log };
  const modals = createModals({ ...shared, background: background.run });
  const intake = createIntake({ ...shared, modals, once, threads: createThreads() });
  const source = createSource(options);
  const app = createBoltApp({
    ...{ config, workspaces, groups, intake, modals, log },
    receiver: source.receiver,
    background: background.run,
  });

  return {
    name: 'slack',
    pace: (_: OutboundMessage) => pace,
    members: groups.members,
    routes: [...source.routes, ...installRoutes({ config, installations, clock, ids: options.ids, log })],
    send: createSend({ workspaces, places, files }),
    async start(given) {
      receiver = given;
      await verify(workspaces.verify, log);
      await app.start();
    },
    async stop() {
      await app.stop();
      await once.settled();
      await background.settled();
    },
  };
};

/** A wrong token must stop the start; a Slack that is away must not: every event asks again. */
const verify = async (ask: () => Promise<void>, log: Log): Promise<void> => {
  try {
    await ask();
  } catch (error) {
    if (!isFault(error) || !error.retryable) throw error;
    log.warn({ code: error.code }, 'Slack cannot be reached yet; tokens are checked with the first event');
  }
};

const createSource = ({ config, clock, logger: log }: SlackOptions) => {
  if (config.appToken !== undefined)
    return { receiver: new StoringSocketReceiver({ appToken: config.appToken, config, log }), routes: [] };
  const receiver = createHttpReceiver({ signingSecret: config.signingSecret ?? '', clock, log });
  return { receiver, routes: [receiver.route] };
};

const checkConfig = ({ config, installations }: SlackOptions): void => {
  const several = config.clientId !== undefined && installations !== undefined;
  const problem =
    config.botToken === undefined && !several
      ? 'SLACK_BOT_TOKEN, or SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET, must be set'
      : config.appToken === undefined && !config.signingSecret
        ? 'SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode) must be set'
        : undefined;
  if (problem !== undefined) throw new Fault('config-invalid', problem);
};

/** Work that goes on after Slack was answered; a failure there is logged, and a stop waits for it. */
const createBackground = (log: Log) => {
  const running = new Set<Promise<void>>();
  return {
    run(work: Promise<void>): void {
      const tracked = work
        .catch((error: unknown) => log.error({ err: error }, 'Slack background work failed'))
        .finally(() => running.delete(tracked));
      running.add(tracked);
    },
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
};
