import { writeFileSync } from 'node:fs';
import { shippedLexicons } from '../triage/lexicons.ts';
import { readCorpus } from './corpus.ts';
import type { Crossed } from './cross-signs.ts';
import { exampleOf, practice } from './examples.ts';
import { learn } from './learn.ts';

const target = new URL('../../policies/lexicons/learned.txt', import.meta.url);
const three = ({ precision, recall, f1 }: Crossed['rules']): string =>
  [precision, recall, f1].map((one) => one.toFixed(2)).join(' ');

const examples = [...practice(), ...readCorpus('tune').map(exampleOf)];
const { text, crossed } = learn(examples, shippedLexicons());
writeFileSync(target, text);
process.stdout.write(`${examples.length} examples, ${Math.round(Buffer.byteLength(text) / 1000)} kB\n\n`);
process.stdout.write(
  'Signs in practice texts of subjects held out, six groups of them: precision, recall, F1\n\n',
);
process.stdout.write(
  '| sign | texts | rules | rules and learning | from | keep | recall at precision .9 |\n',
);
process.stdout.write('|---|---:|---|---|---:|---:|---:|\n');
for (const { sign, texts, rules, together, from, keep, recallAtNinety } of crossed)
  process.stdout.write(
    `| ${sign} | ${texts} | ${three(rules)} | ${three(together)} | ${from.toFixed(2)} | ${keep.toFixed(2)} | ${recallAtNinety.toFixed(2)} |\n`,
  );
