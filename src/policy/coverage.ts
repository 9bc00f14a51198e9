import { z } from 'zod';
import type { ClauseId } from '../terms.ts';
import { localized, text } from './pack-parts.ts';
import { type PackFault, readSource, type SourceFile, schemaFaults } from './source.ts';

const registerSchema = z.strictObject({
  clauses: z.array(
    z.strictObject({
      id: text,
      about: localized,
      /** The part of the product that keeps it, where no pack rule can. */
      engine: text.optional(),
      why: text.optional(),
    }),
  ),
});

/** One clause of the sources. */
export type RegisteredClause = z.output<typeof registerSchema>['clauses'][number];

/** The register of clauses, or what is wrong with its file. */
export type ParsedRegister =
  | { readonly ok: true; readonly clauses: readonly RegisteredClause[] }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Reads the register of clauses. Never throws. */
export const parseRegister = (file: SourceFile): ParsedRegister => {
  const source = readSource(file);
  const faults = source.syntax.length > 0 ? source.syntax : schemaFaults(source, registerSchema);
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, clauses: registerSchema.parse(source.value).clauses };
};

/** Where one clause is kept. */
export interface CoverageRow {
  readonly clause: RegisteredClause;
  /** Rules that cite it, `general: clocks.first_reply`. */
  readonly rules: readonly string[];
  /** Test files that name it. */
  readonly tests: readonly string[];
  /** Code files that name it. */
  readonly code: readonly string[];
}

/** What the coverage is made from; texts are only searched. */
export interface CoverageSources {
  readonly clauses: readonly RegisteredClause[];
  readonly packs: readonly SourceFile[];
  readonly tests: readonly SourceFile[];
  readonly code: readonly SourceFile[];
}

/** Clause by clause: which rule, which test, which code. */
export const coverage = ({ clauses, packs, tests, code }: CoverageSources): readonly CoverageRow[] => {
  const citations = packs.flatMap(citationsOf);
  return clauses.map((clause) => ({
    clause,
    rules: citations.filter(({ cited }) => cited === clause.id).map(({ rule }) => rule),
    tests: naming(clause.id, tests),
    code: naming(clause.id, code),
  }));
};

/** Rows that nobody proves: no test, and no engine with its reason. A rule alone proves nothing. */
export const uncovered = (rows: readonly CoverageRow[]): readonly ClauseId[] =>
  rows
    .filter(({ clause, tests }) => {
      const reasoned = clause.engine !== undefined && clause.why !== undefined;
      return tests.length === 0 && !reasoned;
    })
    .map(({ clause }) => clause.id);

/** Clauses that packs cite but the register does not know: misspelt, or never read. */
export const unregistered = ({ clauses, packs }: CoverageSources): readonly string[] => [
  ...new Set(
    packs
      .flatMap(citationsOf)
      .filter(({ cited }) => clauses.every(({ id }) => id !== cited))
      .map(({ cited, rule }) => `${cited} (${rule})`),
  ),
];

interface Citation {
  readonly cited: string;
  readonly rule: string;
}

/** Every `clause:` of a pack with the path of the rule around it. */
const citationsOf = (file: SourceFile): readonly Citation[] => {
  const pack = file.file.replace(/\.yaml$/, '');
  const walk = (value: unknown, path: string): readonly Citation[] => {
    if (Array.isArray(value))
      return value.flatMap((one: unknown, index) => walk(one, `${path}.${nameOf(one, index)}`));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]: readonly [string, unknown]) =>
      key === 'clause' && typeof inner === 'string'
        ? [{ cited: inner, rule: `${pack}: ${path}` }]
        : walk(inner, path === '' ? key : `${path}.${key}`),
    );
  };
  return walk(readSource(file).value, '');
};

const nameOf = (value: unknown, index: number): string => {
  if (typeof value !== 'object' || value === null) return String(index);
  const key = ['id', 'kind', 'topic', 'ground', 'record', 'severity'].find((one) => one in value);
  return key === undefined ? String(index) : String(Reflect.get(value, key));
};

/** Files whose text names the clause as a whole: `S1.1` is not in `S1.12`. */
const naming = (id: ClauseId, files: readonly SourceFile[]): readonly string[] => {
  const escaped = id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(`(?<![\\w.])${escaped}(?![\\w])(?!\\.\\d)`);
  return files.filter(({ text: content }) => whole.test(content)).map(({ file }) => file);
};

const mostListed = 3;

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, mostListed).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join('<br>')}<br>and ${more} more` : shown.join('<br>');
};

/** The coverage as a page: a row a clause. */
export const coverageMarkdown = (rows: readonly CoverageRow[]): string => {
  const head = [
    '# Coverage of the sources',
    '',
    'Made from the register of clauses, the packs, the tests and the code; do not edit.',
    'Clause by clause: which rule of a pack cites it, which test and which code name it, and what else keeps it.',
    '',
    '| clause | asks | pack rule | test | code | kept by |',
    '|---|---|---|---|---|---|',
  ];
  const lines = rows.map(({ clause, rules, tests, code }) => {
    const kept = clause.engine === undefined ? '' : `engine: ${clause.engine}. ${clause.why ?? ''}`;
    const about = `${clause.about.en}<br>${clause.about['zh-CN']}`;
    return `| ${clause.id} | ${about} | ${listed(rules)} | ${listed(tests)} | ${listed(code)} | ${kept} |`;
  });
  return `${[...head, ...lines].join('\n')}\n`;
};
