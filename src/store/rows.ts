import { type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** The database's types of a row's columns, in the order they are sent. */
export type ColumnTypes<Row> = { readonly [Name in keyof Row & string]-?: string };

const namesOf = (types: object) => sql.join(Object.keys(types).map((name) => sql.ref(name)));

/** Rows as a table named `given`, with their order `nth`: one parameter a column, so the text is the same for one row and for a hundred. */
export const given = <Row extends object>(
  rows: readonly Row[],
  types: ColumnTypes<Row>,
): RawBuilder<unknown> => {
  const columns = Object.entries<string>(types).map(
    ([name, type]) => sql`${rows.map((row) => Reflect.get(row, name) ?? null)}::${sql.raw(type)}[]`,
  );
  return sql`unnest(${sql.join(columns)}) with ordinality as given (${namesOf(types)}, nth)`;
};

/** The insert of rows into a table, in their order; what follows on a conflict is the caller's. */
export const insertRows = <Row extends object>(
  table: keyof Tables,
  rows: readonly Row[],
  types: ColumnTypes<Row>,
): RawBuilder<unknown> =>
  sql`insert into ${sql.table(table)} (${namesOf(types)}) select ${namesOf(types)} from ${given(rows, types)} order by nth`;
