import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playScenario } from '../../src/commands/simulate.ts';
import { parseScenario } from '../../src/run/scenario.ts';
import { bareDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await bareDatabase();
});
afterAll(() => database.close());

it('the scenario that the README shows is complete and goes as it says', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const text = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const { failures } = await playScenario(parseScenario({ file: 'README.md', text }), database.url);
  expect(failures).toEqual([]);
});
