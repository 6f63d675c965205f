import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Statement } from './commit.ts';
import type { TenantDb } from './open.ts';

type Versioned = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn };

/**
 * Fails the whole batch as a `conflict` when a row has not this version: for batches in which more than that row is
 * written, since an update that finds no row fails nothing. Goes first. It adds the row a second time where its version
 * is another, which its own key does not let in.
 */
export function stillVersion(
  db: TenantDb,
  table: Versioned,
  { id, version }: { id: string; version: number },
): Statement {
  return db.insert(table).select(twice(table, and(eq(table.id, id), ne(table.version, version))));
}

function twice(table: Versioned, which: SQL | undefined): SQL {
  return sql`select * from ${table} where ${which}`;
}
