import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { bareDatabase, type FreshDatabase } from '../support/database.ts';

let own: FreshDatabase;
let dir: string;
beforeEach(async () => {
  own = await bareDatabase();
  dir = await mkdtemp(join(tmpdir(), 'redress-migrations-'));
  await write('0001_first.sql', "create table a (n integer); insert into a values (1); select ';';");
  await write('0002_second.sql', 'alter table a add column m integer;');
});
afterEach(async () => {
  await own.close();
  await rm(dir, { recursive: true });
});

const write = (name: string, text: string): Promise<void> => writeFile(join(dir, name), text);
const rowsOfA = async (): Promise<unknown> => (await sql`select * from a`.execute(own.db)).rows;

describe('migrate', () => {
  it('applies every file once, in order', async () => {
    expect(await migrate(own.db, dir)).toEqual(['0001_first.sql', '0002_second.sql']);
    expect(await migrate(own.db, dir)).toEqual([]);
    await write('0003_third.sql', 'update a set m = 3;');
    expect(await migrate(own.db, dir)).toEqual(['0003_third.sql']);
    expect(await rowsOfA()).toEqual([{ n: 1, m: 3 }]);
  });

  it('lets ten processes race', async () => {
    const racers = Array.from({ length: 10 }, () => openDatabase(own.url, { poolSize: 1 }));
    const applied = await Promise.all(racers.map((db) => migrate(db, dir)));
    expect(applied.flat().sort()).toEqual(['0001_first.sql', '0002_second.sql']);
    expect(await rowsOfA()).toEqual([{ n: 1, m: null }]);
    await Promise.all(racers.map((db) => db.destroy()));
  });

  it('leaves nothing of a migration that fails, and all of those before', async () => {
    await write('0002_second.sql', 'create table b (n integer); select 1 / 0;');
    await expect(migrate(own.db, dir)).rejects.toMatchObject({ code: '22012' });
    const { rows } =
      await sql`select to_regclass('a') is not null as a, to_regclass('b') is not null as b`.execute(own.db);
    expect(rows).toEqual([{ a: true, b: false }]);
  });

  it('refuses a database that a newer release migrated', async () => {
    await migrate(own.db, dir);
    await rm(join(dir, '0002_second.sql'));
    await expect(migrate(own.db, dir)).rejects.toMatchObject({
      code: 'database-newer',
      data: { version: 2, known: 1 },
    });
  });

  it('refuses a file that was changed after it was applied, but not for its line ends', async () => {
    await write('0001_first.sql', 'create table a (n integer);\n');
    await migrate(own.db, dir);
    await write('0001_first.sql', 'create table a (n integer);\r\n');
    expect(await migrate(own.db, dir)).toEqual([]);
    await write('0001_first.sql', 'create table a (n bigint);\n');
    await expect(migrate(own.db, dir)).rejects.toMatchObject({ code: 'config-invalid' });
  });

  it.each(['0004_gap.sql', '3_short.sql', '0002_twice.sql'])('refuses the file name %s', async (name) => {
    await write(name, 'select 1;');
    await expect(migrate(own.db, dir)).rejects.toMatchObject({ code: 'config-invalid' });
  });
});
