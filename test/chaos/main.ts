import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chaos } from './chaos.ts';
import { disturbancesOf, isShort, type Size } from './plan.ts';

const shownFaults = 10;
const defaults = { short: { people: 6, members: 4 }, long: { people: 14, members: 5 } } as const;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
    people: { type: 'string' },
    processes: { type: 'string' },
    /** Where to write what the processes said. */
    log: { type: 'string' },
  },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const numberOf = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} is a number above 0`);
  return value;
};

const minutes = numberOf('minutes', values.minutes);
const usual = isShort({ minutes }) ? defaults.short : defaults.long;
const size: Size = {
  minutes,
  seed: numberOf('seed', values.seed),
  people: values.people ? numberOf('people', values.people) : usual.people,
  members: values.processes ? numberOf('processes', values.processes) : usual.members,
};

print(`chaos for ${minutes} min, seed ${size.seed}`);
for (const { atMs, what } of disturbancesOf(size)) {
  const { kind, ...how } = what;
  print(`  ${String(Math.round(atMs / 1000)).padStart(4)} s  ${kind} ${JSON.stringify(how)}`);
}
const { findings, figures, output } = await chaos(size);
if (values.log) await writeFile(values.log, output);
for (const [name, value] of Object.entries(figures)) print(`  ${name.padEnd(34)}${value}`);
for (const { rule, broken } of findings) {
  print(`${broken.length === 0 ? '✓' : '✗'} ${rule}`);
  for (const one of broken.slice(0, shownFaults)) print(`    ${one}`);
  if (broken.length > shownFaults) print(`    … and ${broken.length - shownFaults} more`);
}
const failed = findings.filter(({ broken }) => broken.length > 0).length;
print(`${findings.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
