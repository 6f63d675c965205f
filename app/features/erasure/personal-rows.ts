import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';

/**
 * Of one table, which rows tell of a person and what becomes of them. `emptied`: the row is counted on in reports and
 * stays, what tells of him in it goes. `kept`: the law wants it for a time, after which it goes by itself.
 */
export type PersonalRows = {
  table: SQLiteTable;
  where: SQL | undefined;
  deed: 'deleted' | 'emptied' | 'kept';
  /** `null`: they are kept. */
  statement: Statement | null;
};

export function removed(db: TenantDb, table: SQLiteTable, where: SQL | undefined): PersonalRows {
  return { table, where, deed: 'deleted', statement: db.delete(table).where(where) };
}

export function emptied<T extends SQLiteTable>(
  db: TenantDb,
  table: T,
  where: SQL | undefined,
  set: { [column in keyof T['$inferInsert']]?: T['$inferInsert'][column] | SQL },
): PersonalRows {
  const statement = db
    .update(table)
    .set(set as never)
    .where(where);
  return { table, where, deed: 'emptied', statement };
}

export function kept(table: SQLiteTable, where: SQL | undefined): PersonalRows {
  return { table, where, deed: 'kept', statement: null };
}
