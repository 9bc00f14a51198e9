import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../src/run/register.ts';
import { inTransaction } from '../../src/run/world.ts';
import { verifyChains } from '../../src/store/audit.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { findFile, saveFile } from '../../src/store/files.ts';
import { erasePerson, exportPerson, findPeople, readPerson } from '../../src/store/privacy.ts';
import { resealEverything } from '../../src/store/rotation.ts';
import { type SealingKey, seal } from '../../src/store/sealing.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { holding } from '../support/everything.ts';

const key = (id: string, byte: number): SealingKey => ({
  id,
  key: Buffer.alloc(32, byte).toString('base64'),
});
const [older, newer] = [key('2026a', 1), key('2026b', 2)];
const words = ['王小芳', '13912345678', '电饭煲外壳裂了', 'wang.fang@example.cn', '照片.png', 'PIXELS'];
const content = Buffer.from('PIXELS of the photo');
const photo = {
  id: 'file_1',
  sha256: 'a'.repeat(64),
  name: '王小芳的照片.png',
  mediaType: 'image/png',
  bytes: 19,
};

let test: TestApp;
const opened: Database[] = [];
const openWith = (...keys: readonly SealingKey[]): Database => {
  const db = openDatabase(test.databaseUrl, { poolSize: 2, keys });
  opened.push(db);
  return db;
};

beforeAll(async () => {
  test = await testApp({ keys: [older] });
  const { db } = test.app.world;
  await saveFile(db, { ...photo, content, at: test.clock.now() });
  await db
    .insertInto('installations')
    .values({ workspace: 'T1', ...sealedToken(), installed_at: test.clock.now() })
    .execute();
  for (const [index, text] of [
    '我买的电饭煲外壳裂了，要求退货',
    '我叫王小芳，电话13912345678，邮箱 wang.fang@example.cn',
    '对',
  ].entries()) {
    await test.receive({
      kind: 'text',
      key: `web:fang:${index}`,
      messageId: String(index),
      text,
      files: index === 0 ? [photo] : [],
      from: { id: 'fang' },
      address: { channel: 'web', place: 'fang' },
    });
    await test.settle();
  }
  await test.settle(40 * 60);
});
afterAll(async () => {
  for (const db of opened) await db.destroy();
  await test.close();
});

const sealedToken = () => {
  const { sealed, keyId } = seal('xoxb-token', [older]);
  return { sealed, key_id: keyId };
};

/** The summary is looked for by words, so it stays legible; it holds the matter, never the person. */
const legible = async (): Promise<readonly string[]> =>
  (await holding(openWith(), words)).filter((found) => found !== 'complaints: 电饭煲外壳裂了');

describe('with keys set', () => {
  it('no table shows a word of a person', async () => {
    expect(await legible()).toEqual([]);
  });

  it('the product reads all of it', async () => {
    const { db } = test.app.world;
    const [id = ''] = await findPeople(db, '139 1234 5678');
    expect(JSON.stringify(await exportPerson(db, id))).toContain('电饭煲外壳裂了');
    expect(await findFile(db, photo.id)).toMatchObject({ ref: { name: photo.name }, bytes: content });
  });

  it('without the key nothing is read, and the fault names the key', async () => {
    const stranger = openWith(newer);
    await expect(stranger.selectFrom('talks').selectAll().execute()).rejects.toMatchObject({
      code: 'config-invalid',
      data: { keyId: '2026a' },
    });
    await expect(resealEverything(stranger, [newer])).rejects.toMatchObject({ code: 'config-invalid' });
  });

  it('an event whose seal was changed is named by the audit, and only that', async () => {
    const [row] = await test.app.world.db.selectFrom('events').select('complaint').limit(1).execute();
    const complaint = row?.complaint ?? '';
    const set = (from: string, to: string) =>
      sql`update events set data = jsonb_set(data, '{sealed}', to_jsonb(${to} || substring(data ->> 'sealed' from ${from.length + 1}::int)))
          where complaint = ${complaint} and version = 1`.execute(test.app.world.db);
    const before = await sql<{ start: string }>`
      select substring(data ->> 'sealed' from 1 for 4) as start from events
      where complaint = ${complaint} and version = 1`.execute(test.app.world.db);
    const start = before.rows[0]?.start ?? '';
    await set(start, start === 'AAAA' ? 'BBBB' : 'AAAA');
    expect((await verifyChains(test.app.world.db, () => {})).broken).toEqual([{ complaint, version: 1 }]);
    await set(start, start);
    expect((await verifyChains(test.app.world.db, () => {})).broken).toEqual([]);
  });
});

describe('changing keys', () => {
  it('seals everything with the new one, so that the old one can go', async () => {
    const db = openWith(newer, older);
    const done = await resealEverything(db, [newer, older]);
    for (const table of [
      'installations',
      'inbox',
      'talks',
      'complaints',
      'events',
      'outbox',
      'files',
      'file contents',
    ])
      expect.soft(done.get(table), table).toBeGreaterThan(0);
    expect([...(await resealEverything(db, [newer, older])).values()].every((count) => count === 0)).toBe(
      true,
    );

    const later = openWith(newer);
    expect((await verifyChains(later, () => {})).broken).toEqual([]);
    expect(await findFile(later, photo.id)).toMatchObject({ ref: { name: photo.name }, bytes: content });
    expect(await legible()).toEqual([]);
  });

  it('seals what was stored before there were keys', async () => {
    const plain = await testApp();
    await plain.says('fang', '我买的电饭煲外壳裂了，要求退货');
    await plain.settle();
    expect(await holding(plain.app.world.db, ['我买的电饭煲外壳裂了'])).not.toEqual([]);
    const db = openDatabase(plain.databaseUrl, { poolSize: 1, keys: [newer] });
    await resealEverything(db, [newer]);
    expect(await holding(plain.app.world.db, ['我买的电饭煲外壳裂了'])).toEqual([]);
    await db.destroy();
    await plain.close();
  });
});

describe('erasing', () => {
  it('takes what is sealed as it takes what is not', async () => {
    const db = openWith(newer);
    const [id = ''] = await findPeople(db, '13912345678');
    const [number = ''] = (await readPerson(db, id)).numbers;
    const at = test.clock.now();
    const by = { kind: 'staff', id: 'lin' } as const;
    await inTransaction({ ...test.app.world, db }, (work) =>
      carryOut(
        number,
        [
          { type: 'TakeComplaint', at, by },
          { type: 'DeclineComplaint', at, by, ground: 'not_ours', text: '王小芳您好，这不归我们管' },
        ],
        work,
      ),
    );
    const outcome = await db.transaction().execute((tx) => erasePerson(tx, { id, at }));
    expect(outcome).toMatchObject({ erased: { files: 1, talks: 1 } });
    const held = JSON.stringify([
      await db.selectFrom('inbox').select('body').execute(),
      await db.selectFrom('outbox').select('body').execute(),
      await db.selectFrom('events').select('data').execute(),
      await db.selectFrom('complaints').select('state').execute(),
      await db.selectFrom('files').select(['name', 'content']).execute(),
    ]);
    for (const word of words) expect.soft(held).not.toContain(word);
    expect(await verifyChains(db, () => {})).toMatchObject({ broken: [], unproven: 0 });
  });
});
