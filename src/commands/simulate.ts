import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createWebChannel } from '../../adapters/webchat/index.ts';
import { createApp } from '../app.ts';
import { createVirtualClock } from '../run/clock.ts';
import { createCountingIds } from '../run/ids.ts';
import { createLog } from '../run/log.ts';
import { parseScenario, type Scenario, scenarioJsonSchema } from '../run/scenario.ts';
import { type SimulationResult, simulate, type TranscriptLine } from '../run/simulate.ts';
import { createDatabase, openDatabase } from '../store/database.ts';
import { startEmbedded } from '../store/embedded.ts';
import { note, progress, say } from './terminal.ts';

/** Plays a scenario on a database of its own. */
export const playScenario = async (
  scenario: Scenario,
  databaseUrl: string,
  logLevel = 'silent',
): Promise<SimulationResult> => {
  // A play asks the same few things a hundred thousand times: planning each anew would cost as much as doing it. Its tables
  // begin empty, and a plan made then would read them whole for ever after.
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off');
  const db = openDatabase(url.href, { poolSize: 4 });
  const clock = createVirtualClock(
    Temporal.Instant.from(scenario.start).toString({ smallestUnit: 'millisecond' }),
  );
  const ids = createCountingIds();
  try {
    const settings = {
      policyPack: scenario.pack,
      organisation: scenario.organisation ?? null,
      timeZone: scenario.zone,
      locale: null,
      http: { publicUrl: 'http://127.0.0.1:3000' },
      channels: { team: { channel: 'web', place: 'team' }, manager: { channel: 'web', place: 'manager' } },
    } as const;
    const app = await createApp(settings, {
      db,
      databaseUrl,
      clock,
      ids,
      log: createLog(logLevel),
      synthetic: true,
      connect: ({ desk, files }) => [
        createWebChannel({ desk, files, ids, clock, options: { publicUrl: settings.http.publicUrl } }),
      ],
    });
    const total = scenario.steps.length;
    const result = await simulate(scenario, {
      app,
      clock,
      onStep: (_step, index) => progress(`step ${index + 1} of ${total}`),
    });
    progress('');
    return result;
  } finally {
    await db.destroy();
  }
};

/** A transcript as text: each channel's lines in order, with time and buttons. */
export const formatTranscript = (lines: readonly TranscriptLine[], zone: string): string => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: '2-digit',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const places = [...new Set(lines.map(({ place }) => place))];
  return places
    .map((place) => {
      const own = lines.filter((line) => line.place === place);
      const texts = own.map(({ at, who, text, buttons }) => {
        const indented = text.replaceAll('\n', '\n    ');
        const row = buttons.length > 0 ? `\n    [${buttons.join('] [')}]` : '';
        return `  ${clock.format(Date.parse(at))}  ${who}\n    ${indented}${row}`;
      });
      return `── ${place} ──\n${texts.join('\n')}`;
    })
    .join('\n\n');
};

/** `redress simulate FILE…`: plays scenarios on a temporary database; 0 when every expectation held. */
export const simulateCommand = async (
  files: readonly string[],
  options: { readonly schema: boolean; readonly quiet: boolean },
): Promise<number> => {
  if (options.schema) {
    say(JSON.stringify(scenarioJsonSchema(), null, 2));
    return 0;
  }
  const scenarios = await Promise.all(
    files.map(async (file) => ({
      file,
      scenario: parseScenario({ file, text: await readFile(file, 'utf8') }),
    })),
  );
  const dir = await mkdtemp(join(tmpdir(), 'redress-simulate-'));
  const server = await startEmbedded({ dataDir: dir, fsync: false });
  let failed = 0;
  try {
    for (const [index, { file, scenario }] of scenarios.entries()) {
      const url = await createDatabase(server.url, `play_${index}`);
      const { transcript, failures, counts } = await playScenario(scenario, url);
      if (!options.quiet) say(`${scenario.title}\n\n${formatTranscript(transcript, scenario.zone)}\n`);
      if (scenario.steps.some((step) => 'crowd' in step)) for (const line of counts) say(line);
      for (const failure of failures) note(`✗ ${basename(file)}: ${failure}`);
      say(
        failures.length === 0
          ? `✓ ${scenario.title}`
          : `✗ ${scenario.title}: ${failures.length} expectations not met`,
      );
      failed += failures.length;
    }
  } finally {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }
  return failed === 0 ? 0 : 1;
};
