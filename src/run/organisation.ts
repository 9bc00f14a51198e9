import { unwatchFile, watchFile } from 'node:fs';
import type { Logger } from 'pino';
import { isFault } from '../faults.ts';
import { type Membership, withGroups } from '../policy/groups.ts';
import type { Organisation } from '../policy/organisation.ts';
import type { Channel } from '../ports.ts';
import type { ChannelName } from '../terms.ts';
import { organisationPath, readOrganisation } from './data.ts';

/** The people as they are now: the file, and what groups of a transport add. */
export interface People {
  readonly current: Organisation;
  /** Asks the transports who is in the groups the file names; a group that cannot be asked keeps its last members. */
  refreshGroups(channels: ReadonlyMap<ChannelName, Channel>): Promise<void>;
  /** Reads the file again; one with faults is refused, logged, and the old one stays. */
  reload(): Promise<void>;
  /** Picks up changes of the file until stopped. */
  watch(): () => void;
}

const lookEveryMs = 5000;

/** Reads the organisation file and keeps up with it. Throws Fault `pack-invalid` when it cannot be used at the start. */
export const openPeople = async (path: string | null, log: Logger): Promise<People> => {
  let file = await readOrganisation(path);
  const members = new Map<string, Membership>();
  let current = file;
  const merge = (): void => {
    current = withGroups(file, [...members.values()]);
  };
  const reload = async (): Promise<void> => {
    try {
      file = await readOrganisation(path);
      merge();
      log.info({ people: file.people.length }, 'the organisation file was read again');
    } catch (error) {
      if (!isFault(error)) throw error;
      log.error({ err: error }, 'the changed organisation file has faults: the old one stays in use');
    }
  };
  return {
    get current() {
      return current;
    },
    refreshGroups: async (channels) => {
      for (const { channel, group, roles } of file.groups) {
        const ask = channels.get(channel)?.members;
        if (!ask) continue;
        try {
          members.set(`${channel}:${group}`, { channel, roles, members: await ask(group) });
        } catch (error) {
          log.warn({ err: error, channel, group }, 'a group could not be asked for its members');
        }
      }
      merge();
    },
    reload,
    watch: () => {
      const target = organisationPath(path);
      watchFile(target, { interval: lookEveryMs, persistent: false }, (now, before) => {
        if (now.mtimeMs !== before.mtimeMs)
          reload().catch((error: unknown) => log.error({ err: error }, 'reload failed'));
      });
      return () => unwatchFile(target);
    },
  };
};
