import { type Column, type SQL, type SQLWrapper, type Subquery, sql } from 'drizzle-orm';
import type { TenantDb } from './open.ts';

/** A limited select of columns, each of another name in the database, none of them a blob. */
type Listing<Row> = PromiseLike<Row[]> & { as(alias: string): Subquery };
type Page = Subquery & SQLWrapper & Record<string, SQLWrapper>;

/**
 * The rows of a query, handed over as one value: most of what a page of rows costs is libsql handing over cell by
 * cell. SQLite keeps the order of a query that has a limit.
 */
export async function listInOne<Row extends object>(db: TenantDb, listing: Listing<Row>): Promise<Row[]> {
  const page = listing.as('page') as Page;
  const columns = Object.entries(page._.selectedFields as Record<string, Column>);
  const cells = sql.join(
    columns.map(([name]) => sql`${page[name]}`),
    sql`, `,
  );
  const rows: SQL<string> = sql`json_group_array(json_array(${cells}))`;
  const [found] = await db.select({ rows }).from(page);
  const values: unknown[][] = JSON.parse(found?.rows ?? '[]');
  const decode = (value: unknown, column: Column) =>
    value === null ? null : column.mapFromDriverValue(value);
  return values.map(
    (row) =>
      Object.fromEntries(columns.map(([name, column], index) => [name, decode(row[index], column)])) as Row,
  );
}
