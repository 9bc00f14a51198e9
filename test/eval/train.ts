import { writeFileSync } from 'node:fs';
import { shippedLexicons } from '../triage/lexicons.ts';
import { readCorpus } from './corpus.ts';
import { exampleOf, practice } from './examples.ts';
import { learn } from './learn.ts';

const target = new URL('../../policies/lexicons/learned.txt', import.meta.url);
const examples = [...practice(), ...readCorpus('tune').map(exampleOf)];
const text = learn(examples, shippedLexicons());
writeFileSync(target, text);
process.stdout.write(`${examples.length} examples, ${Math.round(Buffer.byteLength(text) / 1000)} kB\n`);
