import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TelegramServer } from '../../support/telegram-server/server.ts';
import { until } from './harness.ts';

const people = 40;
const each = 6;

const end = (child: ReturnType<typeof spawn>): Promise<NodeJS.Signals | null> =>
  new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));

test('kill -9 in the middle of a batch, twice, with trouble on the line: every message once, in order per person', async () => {
  const server = await new TelegramServer().start();
  const folder = mkdtempSync(join(tmpdir(), 'redress-'));
  const file = join(folder, 'stored');
  const run = (lines: number) => {
    const script = new URL('killable.ts', import.meta.url).pathname;
    return spawn(process.execPath, [script, server.apiRoot, server.token, file, String(lines)], {
      stdio: 'inherit',
    });
  };
  const stored = () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
  const persons = Array.from({ length: people }, (_, id) =>
    server.person({ id: id + 1, first_name: `P${id}` }),
  );
  for (let at = 0; at < each; at++) for (const person of persons) person.say(String(at));
  for (const update of server.queue.waiting.filter((one) => one.update_id % 7 === 0))
    server.queue.put(update);
  server.fail('getUpdates', {
    status: 429,
    description: 'Too Many Requests',
    parameters: { retry_after: 0 },
  });
  server.fail((call) => call.method === 'getUpdates' && server.callsOf('getUpdates').length === 4, {
    cut: 'after',
  });

  expect(await end(run(30))).toBe('SIGKILL');
  expect(await end(run(130))).toBe('SIGKILL');
  const last = run(0);
  await until('everything', () => stored().length >= people * each, 20_000);
  await until('the confirmations', () => server.queue.waiting.length === 0);
  last.kill('SIGTERM');
  await end(last);
  await server.close();

  const lines = stored().map((line) => line.split(' '));
  rmSync(folder, { recursive: true });
  expect(new Set(lines.map(([key]) => key)).size).toBe(people * each);
  expect(lines).toHaveLength(people * each);
  for (const person of persons) {
    const said = lines.filter(([, id]) => id === String(person.user.id)).map(([, , text]) => text);
    expect(said).toEqual(Array.from({ length: each }, (_, at) => String(at)));
  }
});
