import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverage, coverageMarkdown } from '../../src/policy/coverage.ts';
import { coverageSources } from './coverage-sources.ts';

/** Writes docs/coverage.md anew: `npx node test/policy/write-coverage.ts`. */
const docs = join(import.meta.dirname, '../../docs');
mkdirSync(docs, { recursive: true });
writeFileSync(join(docs, 'coverage.md'), coverageMarkdown(coverage(coverageSources())));
