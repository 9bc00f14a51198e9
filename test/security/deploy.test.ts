import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (path: string): string => readFileSync(path, 'utf8');

it('the image installs what is locked, runs as nobody in particular, and says when it cannot work', () => {
  const lines = read('deploy/Dockerfile').split('\n');
  expect(lines).toContain('RUN npm ci --omit=dev');
  expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER redress');
  expect(lines.join('\n')).toMatch(/HEALTHCHECK[\s\S]*\/readyz/);
  expect(lines.join('\n')).not.toMatch(/TOKEN|SECRET|PASSWORD|:latest/);
  expect(read('deploy/Dockerfile.dockerignore').split('\n')).toEqual(
    expect.arrayContaining(['.env', 'data', '.git']),
  );
});

it('the compose file keeps the database to itself, and its settings are settings we have', () => {
  const { services } = parse(read('deploy/compose.yaml'), { merge: true }) as {
    services: Record<
      string,
      {
        image: string;
        ports?: string[];
        command?: string[];
        environment: Record<string, string>;
        read_only?: boolean;
      }
    >;
  };
  expect(services.database?.image).toBe('postgres:18');
  expect(services.database?.ports).toBeUndefined();
  expect(services.intake?.ports).toEqual(['127.0.0.1:3000:3000']);
  const known = read('.env.example');
  for (const name of ['intake', 'work']) {
    expect(services[name]?.command?.slice(0, 3)).toEqual(['src/cli.ts', 'serve', '--role']);
    expect(services[name]?.read_only).toBe(true);
    for (const setting of Object.keys(services[name]?.environment ?? {}))
      expect(known).toContain(`${setting}=`);
  }
});

it('the unit gives the process no more than it needs, and time to stop', () => {
  const unit = read('deploy/redress.service');
  for (const line of [
    'NoNewPrivileges=yes',
    'ProtectSystem=strict',
    'CapabilityBoundingSet=',
    'PrivateTmp=yes',
    'KillMode=mixed',
    'User=redress',
  ])
    expect(unit.split('\n')).toContain(line);
  expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(10);
  expect(unit).not.toMatch(/MemoryDenyWriteExecute=yes/);
});
