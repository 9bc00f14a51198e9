import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage, coverageMarkdown, uncovered, unregistered } from '../../src/policy/coverage.ts';
import { coverageSources } from './coverage-sources.ts';

const sources = coverageSources();
const rows = coverage(sources);

describe('every clause of the sources', () => {
  it('has a test, or an engine with its reason', () => {
    expect(rows.length).toBeGreaterThan(90);
    expect(uncovered(rows)).toEqual([]);
  });

  it('that a pack cites is in the register', () => {
    expect(unregistered(sources)).toEqual([]);
  });

  it('stands on the page', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/coverage.md'), 'utf8');
    const missing = sources.clauses.filter(({ id }) => !page.includes(`\n| ${id} |`));
    expect(missing, 'write it anew: node test/policy/write-coverage.ts').toEqual([]);
  });
});

describe('the check itself', () => {
  const clause = (id: string, engine?: { engine: string; why: string }) => ({
    id,
    about: { 'zh-CN': '事', en: 'thing' },
    ...engine,
  });
  const pack = { file: 'p.yaml', text: 'clocks:\n  - { id: reply, clause: S1.12 }\n' };
  const test = { file: 't.test.ts', text: "it('holds [S2.1]')" };

  it('finds a row that nobody proves, and tells S1.1 from S1.12', () => {
    const found = coverage({
      clauses: [
        clause('S1.1'),
        clause('S1.12'),
        clause('S2.1'),
        clause('S9', { engine: 'report', why: 'counted' }),
      ],
      packs: [pack],
      tests: [test],
      code: [],
    });
    expect(uncovered(found)).toEqual(['S1.1', 'S1.12']);
    expect(found[1]?.rules).toEqual(['p: clocks.reply']);
    expect(coverageMarkdown(found)).toContain('| S2.1 | thing<br>事 |  | `t.test.ts` |  |  |');
  });

  it('finds a clause that no source has', () => {
    expect(unregistered({ clauses: [], packs: [pack], tests: [], code: [] })).toEqual([
      'S1.12 (p: clocks.reply)',
    ]);
  });
});
