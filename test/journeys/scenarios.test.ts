import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playScenario } from '../../src/commands/simulate.ts';
import { parseScenario, type Scenario } from '../../src/run/scenario.ts';
import { bareDatabase, type FreshDatabase } from '../support/database.ts';

const dir = join(import.meta.dirname, '../../policies/scenarios');
const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'));

/** A crowd of a month takes its time: here two dozen speak for it; `simulate` plays it whole. */
const smaller = (scenario: Scenario): Scenario => ({
  ...scenario,
  steps: scenario.steps.map((step) =>
    'crowd' in step ? { crowd: { ...step.crowd, complaints: Math.min(24, step.crowd.complaints) } } : step,
  ),
});

describe.each(files)('scenario %s', (file) => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await bareDatabase();
  });
  afterAll(() => database.close());

  it('goes as it says', async () => {
    const scenario = smaller(parseScenario({ file, text: readFileSync(join(dir, file), 'utf8') }));
    const { failures, transcript } = await playScenario(scenario, database.url);
    expect(failures).toEqual([]);
    expect(transcript.length).toBeGreaterThan(0);
  });
});
