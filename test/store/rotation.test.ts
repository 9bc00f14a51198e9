import { afterAll, beforeAll, expect, it } from 'vitest';
import { resealInstallations } from '../../src/store/rotation.ts';
import { open, type SealingKey, seal } from '../../src/store/sealing.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

const key = (id: string, byte: number): SealingKey => ({
  id,
  key: Buffer.alloc(32, byte).toString('base64'),
});
const [older, newer] = [key('2026a', 1), key('2026b', 2)];

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  for (const workspace of ['T1', 'T2']) {
    const { sealed, keyId } = seal(`token of ${workspace}`, [older]);
    await fresh.db
      .insertInto('installations')
      .values({ workspace, sealed, key_id: keyId, installed_at: '2026-11-21T00:00:00.000Z' })
      .execute();
  }
});
afterAll(() => fresh.close());

const rows = () => fresh.db.selectFrom('installations').selectAll().orderBy('workspace').execute();

it('changes nothing while a key that sealed something is missing', async () => {
  const before = await rows();
  await expect(
    fresh.db.transaction().execute((tx) => resealInstallations(tx, [newer])),
  ).rejects.toMatchObject({
    code: 'config-invalid',
    data: { keyId: '2026a' },
  });
  expect(await rows()).toEqual(before);
});

it('seals everything with the first key, so that the older one can go', async () => {
  expect(await resealInstallations(fresh.db, [newer, older])).toBe(2);
  for (const { workspace, sealed, key_id } of await rows())
    expect(open({ sealed, keyId: key_id }, [newer])).toBe(`token of ${workspace}`);
  expect(await resealInstallations(fresh.db, [newer])).toBe(0);
});

it('a sealed token that was changed is not opened', async () => {
  const { sealed, keyId } = seal('token', [newer]);
  const bytes = Buffer.from(sealed, 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => open({ sealed: bytes.toString('base64'), keyId }, [newer])).toThrow();
});
