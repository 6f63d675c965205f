import { type SQL, sql } from 'drizzle-orm';

type Value = string | number | object | null;

/** Rows as one parameter of an `insert … select`: drizzle would build each of a thousand by itself. */
export function rowsFrom(rows: readonly (readonly Value[])[]): SQL {
  return sql`from json_each(${JSON.stringify(rows)}) where true`;
}

const cells = [
  ...[sql`value ->> 0`, sql`value ->> 1`, sql`value ->> 2`, sql`value ->> 3`, sql`value ->> 4`],
  ...[sql`value ->> 5`, sql`value ->> 6`, sql`value ->> 7`, sql`value ->> 8`, sql`value ->> 9`],
];

/** The first columns of such rows, in their order; at most ten. */
export function columns(count: number): SQL {
  return sql.join(cells.slice(0, count), sql`, `);
}

/** `column in …` of as many texts as there are: one parameter however many. */
export function textsIn(texts: readonly string[]): SQL {
  return sql`in (select value from json_each(${JSON.stringify(texts)}))`;
}
