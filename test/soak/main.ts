import { parseArgs } from 'node:util';
import { channelNames } from '../../src/terms.ts';
import { soak } from './channels.soak.ts';

const shownFaults = 10;

const { values } = parseArgs({
  options: {
    channel: { type: 'string', default: 'web' },
    messages: { type: 'string', default: '1000' },
    people: { type: 'string', default: '200' },
  },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const channel = channelNames.find((name) => name === values.channel);
if (!channel) throw new Error(`--channel is one of ${channelNames.join(', ')}`);
const { findings, figures } = await soak({
  channel,
  messages: Number(values.messages),
  people: Number(values.people),
});

print(`soak over ${channel}`);
for (const [name, value] of Object.entries(figures)) print(`  ${name.padEnd(24)}${value}`);
for (const { rule, broken } of findings) {
  print(`${broken.length === 0 ? '✓' : '✗'} ${rule}`);
  for (const one of broken.slice(0, shownFaults)) print(`    ${one}`);
  if (broken.length > shownFaults) print(`    … and ${broken.length - shownFaults} more`);
}
const failed = findings.filter(({ broken }) => broken.length > 0).length;
print(`${findings.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
