import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { playScenario } from '../../src/commands/simulate.ts';
import { parseScenario, type Scenario } from '../../src/run/scenario.ts';
import { bareDatabase } from '../support/database.ts';

const dir = join(import.meta.dirname, '../../policies/scenarios');
const files = readdirSync(dir).filter((name) => name.endsWith('.yaml'));

/** A crowd of a month takes its time: here two dozen speak for it; `simulate` plays it whole. */
const smaller = (scenario: Scenario): Scenario => ({
  ...scenario,
  steps: scenario.steps.map((step) =>
    'crowd' in step ? { crowd: { ...step.crowd, complaints: Math.min(24, step.crowd.complaints) } } : step,
  ),
});

describe.concurrent('every scenario', () => {
  it.each(files)('%s goes as it says', async (file) => {
    const scenario = smaller(parseScenario({ file, text: readFileSync(join(dir, file), 'utf8') }));
    const database = await bareDatabase();
    const { failures, transcript } = await playScenario(scenario, database.url).finally(() =>
      database.close(),
    );
    expect(failures).toEqual([]);
    expect(transcript.length).toBeGreaterThan(0);
  });
});
