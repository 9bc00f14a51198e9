import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariant } from '../../src/faults.ts';
import { type CoverageSources, parseRegister } from '../../src/policy/coverage.ts';
import type { SourceFile } from '../../src/policy/source.ts';
import { bases, overlays, source } from './read.ts';

const root = join(import.meta.dirname, '../..');

const filesLike = (patterns: readonly string[]): readonly SourceFile[] =>
  globSync([...patterns], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Everything the coverage page is made from, as it stands in the tree. */
export const coverageSources = (): CoverageSources => {
  const register = parseRegister(source('sources/clauses.yaml'));
  invariant(register.ok, register.ok ? '' : JSON.stringify(register.faults));
  return {
    clauses: register.clauses,
    packs: [...bases, ...overlays].map((id) => source(`${id}.yaml`)),
    // The check of the coverage names clauses only to try itself: it proves none.
    tests: filesLike(['test/**/*.test.ts', 'policies/scenarios/*.yaml']).filter(
      ({ file }) => file !== 'test/policy/coverage.test.ts',
    ),
    code: filesLike(['src/**/*.ts', 'adapters/**/*.ts']),
  };
};
