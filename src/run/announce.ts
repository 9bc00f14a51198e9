import type { Config } from '../config.ts';
import type { Organisation } from '../policy/organisation.ts';
import type { Channel } from '../ports.ts';
import type { HttpServer } from './http.ts';

const sealedWith = ({ encryptionKeys: [key] }: Config): string | null =>
  key ? `sealed with key ${key.id}` : null;

/** Tells the person who started it what is on and where to click. */
export const announceStart = ({
  config,
  app,
  http,
  role,
  say,
}: {
  config: Config;
  app: {
    readonly policy: { readonly id: string };
    readonly organisation: Organisation;
    readonly channels: readonly Channel[];
  };
  http: HttpServer;
  role: string;
  say: (line: string) => void;
}): void => {
  const url = `http://${config.http.host.includes(':') ? `[${config.http.host}]` : config.http.host}:${http.port}`;
  const channels = app.channels.map(({ name }) => name).join(', ');
  const rows = [
    ['Pack', app.policy.id],
    ['Organisation', app.organisation.name.en],
    ['Channels', channels],
    ['Team channel', `${config.channels.team.channel}:${config.channels.team.place}`],
    ['Managers', `${config.channels.manager.channel}:${config.channels.manager.place}`],
    ['Model', config.model ? config.model.model : 'none: rules and scripts'],
    ['Database', config.databaseUrl ? 'PostgreSQL' : `embedded PostgreSQL in ${config.dataDir}`],
    ['Words at rest', sealedWith(config) ?? 'legible in the database; ENCRYPTION_KEYS seals them'],
    ...(config.clockRate > 1 ? [['Clock', `rehearsal: ${config.clockRate} times as fast`]] : []),
    ...(role === 'all' ? [] : [['Role', role]]),
  ] as const;
  say('');
  say('  Redress is running.');
  for (const [name, value] of rows) say(`  ${`${name}`.padEnd(14)}${value}`);
  say('');
  say(`  Workbench      ${url}/`);
  say(`  Chat           ${url}/chat`);
  say('');
};
