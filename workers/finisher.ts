import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';

/**
 * Writes the ends of many pieces of work of a tenant in one batch: whoever ends in the same turn of the
 * event loop shares it.
 */
export function createFinisher(): (db: TenantDb, statement: Statement) => Promise<void> {
  const gathering = new Map<TenantDb, { statements: Statement[]; written: Promise<void> }>();
  return (db, statement) => {
    const open = gathering.get(db);
    if (open) {
      open.statements.push(statement);
      return open.written;
    }
    const statements = [statement];
    const written = new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        gathering.delete(db);
        commit(db, statements).then(() => resolve(), reject);
      });
    });
    gathering.set(db, { statements, written });
    return written;
  };
}
