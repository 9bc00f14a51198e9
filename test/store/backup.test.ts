import { spawnSync } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyChains } from '../../src/store/audit.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { testApp } from '../support/app.ts';
import { chatClient, until } from '../support/chat.ts';
import { bareDatabase, freshDatabase } from '../support/database.ts';
import { type RunningProduct, startProduct, temporaryFolder } from '../support/process.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const serve = async (dataDir: string): Promise<RunningProduct> => {
  const product = await startProduct({ DATA_DIR: dataDir });
  closers.push(() => product.kill());
  return product;
};

describe('the embedded database', () => {
  it('comes back from a copy of its folder, made while it was stopped: every word, the same token, the chain whole', async () => {
    const [home, shelf] = [await temporaryFolder(), await temporaryFolder()];
    closers.push(home.remove, shelf.remove);
    const before = await serve(home.path);
    const chat = await chatClient(before.url, 'en');
    await chat.say('m1', 'My kettle is broken, I want a refund of 59 USD.');
    await until('an answer', async () => (await chat.lines()).some(({ from }) => from === 'bot'));
    const said = await chat.lines();
    expect(await before.stop()).toBe(0);

    await cp(join(home.path, 'postgres'), join(shelf.path, 'postgres'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    await rm(join(home.path, 'postgres'), { recursive: true });

    const after = await serve(shelf.path);
    const answer = await fetch(`${after.url}/api/chat/messages`, {
      headers: { authorization: `Bearer ${chat.token}` },
    });
    expect(((await answer.json()) as { messages: unknown[] }).messages).toEqual(said);
    expect(await after.stop()).toBe(0);
    const audit = spawnSync(process.execPath, ['src/cli.ts', 'audit', 'verify'], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: shelf.path },
      encoding: 'utf8',
    });
    expect(audit.stdout).toMatch(/, 0 broken/);
    expect(audit.status).toBe(0);
  }, 90_000);
});

const major = (text: string): number => Number(/(\d+)(?:\.\d+)?/.exec(text)?.[1] ?? 0);

const countsOf = async (db: Database): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await sql<{ name: string; count: number }>`
    select tablename as name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from public.%I', tablename), false, true, '')))[1]::text::bigint as count
    from pg_tables where schemaname = 'public' order by 1`.execute(db);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
};

describe('a PostgreSQL of your own', () => {
  it('comes back from pg_dump and pg_restore: the same rows, the chain whole, nothing to migrate', async ({
    skip,
  }) => {
    const database = await freshDatabase();
    closers.push(database.close);
    const { rows } = await sql<{
      version: string;
    }>`select current_setting('server_version') as version`.execute(database.db);
    const tool = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' });
    if (tool.error || major(tool.stdout) < major(rows[0]?.version ?? ''))
      return skip(`pg_dump of the server's version is not on this machine (${tool.stdout ?? 'none'})`);

    const test = await testApp();
    closers.push(test.close);
    await test.says('session-1', 'My kettle is broken, I want a refund of 59 USD.');
    await test.settle();
    await test.settle(40 * 60);
    const { url } = await sql<{ name: string }>`select current_database() as name`
      .execute(test.app.world.db)
      .then((found) => {
        const address = new URL(database.url);
        address.pathname = found.rows[0]?.name ?? '';
        return { url: address.href };
      });
    const folder = await temporaryFolder();
    closers.push(folder.remove);
    const file = join(folder.path, 'redress.dump');
    const dump = spawnSync('pg_dump', ['--format=custom', '--no-owner', `--file=${file}`, url], {
      encoding: 'utf8',
    });
    expect(dump.stderr).toBe('');
    expect(dump.status).toBe(0);

    const empty = await bareDatabase();
    closers.push(empty.close);
    const restore = spawnSync(
      'pg_restore',
      ['--no-owner', '--exit-on-error', `--dbname=${empty.url}`, file],
      { encoding: 'utf8' },
    );
    expect(restore.stderr).toBe('');
    const restored = openDatabase(empty.url, { poolSize: 1 });
    closers.push(() => restored.destroy());
    expect(await countsOf(restored)).toEqual(await countsOf(test.app.world.db));
    expect(await migrate(restored, 'migrations')).toEqual([]);
    const chains = await verifyChains(restored, () => {});
    expect(chains).toMatchObject({ broken: [], complaints: 1 });
  }, 60_000);
});
