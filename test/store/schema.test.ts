import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { dumpSchema } from '../support/schema.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

it('is the one in test/fixtures/schema.sql, whatever the server version', async () => {
  await expect(await dumpSchema(fresh.db)).toMatchFileSnapshot('../fixtures/schema.sql');
});
