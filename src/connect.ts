import type { Logger } from 'pino';
import { createWebChannel } from '../adapters/webchat/index.ts';
import type { AppParts } from './app.ts';
import type { Config } from './config.ts';
import type { Clock, Ids } from './ports.ts';

/** Builds the channels that the configuration turns on. The web chat is always there. */
export const connectChannels =
  (given: {
    readonly config: Config;
    readonly clock: Clock;
    readonly ids: Ids;
    readonly log: Logger;
  }): AppParts['connect'] =>
  ({ desk, files }) => {
    const { config, clock, ids } = given;
    const web = createWebChannel({ desk, files, ids, clock, options: { publicUrl: config.http.publicUrl } });
    return [web];
  };
