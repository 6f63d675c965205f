import type { InStatement, InValue, ResultSet } from '@libsql/client';
import { LibsqlError } from '@libsql/client';
import type { Change, ControlDb, TenantDb } from './open.ts';

/** A drizzle query that was built and not run. */
export type Statement = { toSQL(): { sql: string; params: unknown[] } };

/** `conflict`: the unique key another writer took first, as `table.column[, table.column]`. Nothing was written. */
export type Commit = { ok: true; results: ResultSet[] } | { ok: false; conflict: string };

/** A server was sent a write and did not say what became of it: it may be written, or be written yet. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`Whether a write was done is not known. ${reason}`, { cause });
  }
}

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
 * and nobody is answered before it; when it fails, each is written alone. Throws OutcomeUnknown, and then nothing
 * is written again: a second time the keys of the first would look like another writer's.
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
  let results: ResultSet[];
  try {
    const all = group.flatMap(({ statements }) => statements);
    results = await db.$client.batch(all, 'write');
  } catch (error) {
    if (isUndone(db, error)) return writeEach(db, group);
    for (const { reject } of group) reject(new OutcomeUnknown(error));
    return;
  }
  let from = 0;
  for (const waiting of group) {
    answer(db, waiting, results.slice(from, from + waiting.statements.length));
    from += waiting.statements.length;
  }
}

async function writeEach(db: Database, group: Waiting[]): Promise<void> {
  for (const waiting of group) {
    try {
      answer(db, waiting, await db.$client.batch(waiting.statements, 'write'));
    } catch (error) {
      if (error instanceof LibsqlError && error.code.startsWith('SQLITE_BUSY')) db.broken(error);
      const conflict = violatedKey(error);
      if (conflict) waiting.resolve({ ok: false, conflict });
      else waiting.reject(isUndone(db, error) ? error : new OutcomeUnknown(error));
    }
  }
}

function answer(db: Database, { resolve, changes }: Waiting, results: ResultSet[]): void {
  resolve({ ok: true, results });
  db.committed(changes);
}

/** Whether a failed batch has certainly left nothing behind: a file's always, a server's when SQLite itself says so. */
function isUndone(db: Database, error: unknown): boolean {
  if (db.$client.protocol === 'file') return true;
  return error instanceof LibsqlError && error.code.startsWith('SQLITE_');
}

/** Whether a write failed because there was no room for it. Nothing of it was written; reads go on. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof LibsqlError && error.code.startsWith('SQLITE_FULL');
}

/** Whether the database could not do a write it was given, full or silent, while nothing is wrong with the write. */
export function isFailedWrite(error: unknown): boolean {
  return isDiskFull(error) || error instanceof OutcomeUnknown;
}

function violatedKey(error: unknown): string | undefined {
  if (!(error instanceof LibsqlError) || !error.code.startsWith('SQLITE_CONSTRAINT')) return undefined;
  return /UNIQUE constraint failed: (.+)$/m.exec(error.message)?.[1];
}
