import { type SQL, sql } from 'drizzle-orm';

type Value = string | number | object | null;

/** Rows as one parameter of an `insert … select`: drizzle would build each of a thousand by itself. */
export function rowsFrom(rows: readonly (readonly Value[])[]): SQL {
  return sql`from json_each(${JSON.stringify(rows)}) where true`;
}

/** The first columns of such rows, in their order. */
export function columns(count: number): SQL {
  return sql.raw(Array.from({ length: count }, (_, place) => `value ->> ${place}`).join(', '));
}

/** `column in …` of as many texts as there are: one parameter however many. */
export function textsIn(texts: readonly string[]): SQL {
  return sql`in (select value from json_each(${JSON.stringify(texts)}))`;
}
