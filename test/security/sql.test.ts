import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Places where text becomes SQL without passing through a parameter. */
const unsafe =
  /sql\.(raw|lit|id|join)\b|\b(client|pool|db|tx)\.query\(|sql<[^>]*>\(|sql\(|CompiledQuery\.raw|executeQuery\(/;

/** The few places that may, and why: each is a fixed text, a migration from our own files, or an escaped name. */
const allowed: Readonly<Record<string, readonly RegExp[]>> = {
  'src/store/migrate.ts': [/sql\.raw\(next\.text\)/],
  // Names of columns and types that stand in our own source, quoted; values go in as arrays.
  'src/store/rows.ts': [
    /sql\.join\(Object\.keys\(types\)/,
    /::\$\{sql\.raw\(type\)\}\[\]/,
    /unnest\(\$\{sql\.join\(columns\)\}\)/,
  ],
  'src/store/complaints.ts': [/^const redrawn = sql\.join\($/],
  'src/store/transaction.ts': [
    /^const (begin|commit|rollback) = CompiledQuery\.raw\('\1'\);$/,
    /connection\.executeQuery\((begin|commit|rollback)\)/,
  ],
  'src/store/database.ts': [
    /`listen \$\{client\.escapeIdentifier\(channel\)\}`/,
    /`create database \$\{client\.escapeIdentifier\(name\)\}`/,
    /super\.query/,
  ],
};

const offences = (path: string, text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) => {
    if (!unsafe.test(line) || /^\s*(\*|\/\/)/.test(line)) return [];
    return allowed[path]?.some((one) => one.test(line)) ? [] : [`${path}:${index + 1} ${line.trim()}`];
  });

describe('SQL', () => {
  const files = globSync(['src/**/*.ts', 'adapters/**/*.{ts,tsx}']).map((path) => path.replaceAll('\\', '/'));

  it('gets values as parameters only', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((path) => offences(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    'await sql.raw(`delete from events where complaint = ` + number).execute(tx)',
    'await client.query(`select ` + name)',
    'const rows = sql.lit(value)',
    "tx.executeQuery(CompiledQuery.raw('select 1'))",
  ])('would not get away with %s', (line) => {
    expect(offences('src/store/talks.ts', line)).toHaveLength(1);
  });
});
