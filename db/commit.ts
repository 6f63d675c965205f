import type { InStatement, InValue, ResultSet } from '@libsql/client';
import { LibsqlError } from '@libsql/client';
import type { Change, ControlDb, TenantDb } from './open.ts';

/** A drizzle query that was built and not run. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } };

/** `conflict`: the unique key another writer took first, as `table.column[, table.column]`. Nothing was written. */
export type Commit = { ok: true; results: ResultSet[] } | { ok: false; conflict: string };

type Database = TenantDb | ControlDb;
type Waiting = {
  statements: InStatement[];
  changes: Change[];
  resolve(commit: Commit): void;
  reject(error: unknown): void;
};
const gathering = new Map<Database, Waiting[]>();

/**
 * The only way to write: all statements in one batch on one database, or none. A command gives `changes`
 * so that open pages hear of them. Commits of one turn of the event loop share a transaction and its fsync,
 * and nobody is answered before it; when it fails, each is written alone.
 */
export function commit(db: Database, statements: Statement[], changes: Change[] = []): Promise<Commit> {
  return new Promise((resolve, reject) => {
    const own = { statements: statements.map(toStatement), changes, resolve, reject };
    const group = gathering.get(db);
    if (group) {
      group.push(own);
      return;
    }
    const begun = [own];
    gathering.set(db, begun);
    setImmediate(() => {
      gathering.delete(db);
      void writeTogether(db, begun);
    });
  });
}

function toStatement(statement: Statement): InStatement {
  const { sql, params } = statement.toSQL();
  return { sql, args: params as InValue[] };
}

async function writeTogether(db: Database, group: Waiting[]): Promise<void> {
  if (group.length === 1) return writeEach(db, group);
  try {
    const all = group.flatMap(({ statements }) => statements);
    const results = await db.$client.batch(all, 'write');
    let from = 0;
    for (const { statements, changes, resolve } of group) {
      db.committed(changes);
      resolve({ ok: true, results: results.slice(from, from + statements.length) });
      from += statements.length;
    }
  } catch {
    await writeEach(db, group);
  }
}

async function writeEach(db: Database, group: Waiting[]): Promise<void> {
  for (const { statements, changes, resolve, reject } of group) {
    try {
      const results = await db.$client.batch(statements, 'write');
      db.committed(changes);
      resolve({ ok: true, results });
    } catch (error) {
      if (error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')) db.broken(error);
      const conflict = violatedKey(error);
      if (conflict) resolve({ ok: false, conflict });
      else reject(error);
    }
  }
}

/** Whether a write failed because there was no room for it. Nothing of it was written; reads go on. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof LibsqlError && error.code.startsWith('SQLITE_FULL');
}

function violatedKey(error: unknown): string | undefined {
  if (!(error instanceof LibsqlError) || !error.code.startsWith('SQLITE_CONSTRAINT')) return undefined;
  return /UNIQUE constraint failed: (.+)$/m.exec(error.message)?.[1];
}
