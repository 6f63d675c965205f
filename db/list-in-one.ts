import { type Column, type SQL, type SQLWrapper, type Subquery, sql } from 'drizzle-orm';
import type { TenantDb } from './open.ts';

/** A limited select of columns, each of another name in the database, none of them a blob. */
type Listing<Row> = PromiseLike<Row[]> & { as(alias: string): Subquery };
type Page = Subquery & SQLWrapper & Record<string, SQLWrapper>;
/** Asked with the values of its placeholders. */
type ListInOne<Row> = (values?: Record<string, unknown>) => Promise<Row[]>;

/**
 * A query whose rows are handed over as one value: most of what a page of rows costs is libsql handing over cell
 * by cell. SQLite keeps the order of a query that has a limit.
 */
export function inOne<Row extends object>(db: TenantDb, listing: Listing<Row>): ListInOne<Row> {
  const page = listing.as('page') as Page;
  const columns = Object.entries(page._.selectedFields as Record<string, Column>);
  const cells = sql.join(
    columns.map(([name]) => sql`${page[name]}`),
    sql`, `,
  );
  const rows: SQL<string> = sql`json_group_array(json_array(${cells}))`;
  const query = db.select({ rows }).from(page).prepare();
  const decode = (value: unknown, column: Column) =>
    value === null ? null : column.mapFromDriverValue(value);
  return async (asked) => {
    const [found] = await query.all(asked);
    const values: unknown[][] = JSON.parse(found?.rows ?? '[]');
    return values.map((row) => {
      const cellsOf = columns.map(([name, column], index) => [name, decode(row[index], column)]);
      return Object.fromEntries(cellsOf) as Row;
    });
  };
}
