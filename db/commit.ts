import type { InStatement, InValue, ResultSet } from '@libsql/client';
import { LibsqlError } from '@libsql/client';
import type { Change, ControlDb, TenantDb } from './open.ts';

/** A drizzle query that was built and not run. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } };

/** `conflict`: the unique key another writer took first, as `table.column[, table.column]`. Nothing was written. */
export type Commit = { ok: true; results: ResultSet[] } | { ok: false; conflict: string };

function toStatement(statement: Statement): InStatement {
  const { sql, params } = statement.toSQL();
  return { sql, args: params as InValue[] };
}

/**
 * The only way to write: all statements in one batch on one database, or none. A command gives `changes`
 * so that open pages hear of them.
 */
export async function commit(
  db: TenantDb | ControlDb,
  statements: Statement[],
  changes: Change[] = [],
): Promise<Commit> {
  try {
    const results = await db.$client.batch(statements.map(toStatement), 'write');
    db.committed(changes);
    return { ok: true, results };
  } catch (error) {
    if (error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')) db.broken(error);
    const conflict = violatedKey(error);
    if (conflict) return { ok: false, conflict };
    throw error;
  }
}

function violatedKey(error: unknown): string | undefined {
  if (!(error instanceof LibsqlError) || !error.code.startsWith('SQLITE_CONSTRAINT')) return undefined;
  return /UNIQUE constraint failed: (.+)$/m.exec(error.message)?.[1];
}
