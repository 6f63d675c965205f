import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNull, sql } from 'drizzle-orm';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { tenants } from './control/schema.ts';
import type { Databases } from './open.ts';

type Room = 'control' | 'tenant';
const migrationsFolder = (room: Room) => join(dirname(fileURLToPath(import.meta.url)), room, 'migrations');

export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
  constructor(what: string, applied: number, known: number) {
    const direction = applied < known ? 'older than' : 'newer than';
    const cure =
      applied < known ? 'Run "npm run db:migrate".' : 'Start the release that migrated it, or a later one.';
    super(
      `The database of ${what} is ${direction} this release (${applied} of ${known} migrations). ${cure}`,
    );
  }
}

const known: Partial<Record<Room, ReturnType<typeof readMigrationFiles>>> = {};
function knownMigrations(room: Room) {
  known[room] ??= readMigrationFiles({ migrationsFolder: migrationsFolder(room) });
  return known[room];
}

async function appliedMigrations(db: LibSQLDatabase): Promise<number> {
  const [table] = await db.all<{ n: number }>(
    sql`select count(*) as n from sqlite_master where type = 'table' and name = '__drizzle_migrations'`,
  );
  if (!table?.n) return 0;
  const [applied] = await db.all<{ n: number }>(sql`select count(*) as n from __drizzle_migrations`);
  return applied?.n ?? 0;
}

/** Throws SchemaMismatch when the database is behind or ahead of the code. */
export async function assertSchemaIsCurrent(db: LibSQLDatabase, room: Room, what: string): Promise<void> {
  const applied = await appliedMigrations(db);
  const expected = knownMigrations(room).length;
  if (applied !== expected) throw new SchemaMismatch(what, applied, expected);
}

/** Brings one database up to date. Each call is one atomic batch, so a kill leaves it as it was. */
export async function migrateDatabase(db: LibSQLDatabase, room: Room): Promise<void> {
  await migrate(db, { migrationsFolder: migrationsFolder(room) });
}

/** Control first, then every open tenant. Run again after a kill, it goes on where it stopped. */
export async function migrateAll(
  databases: Databases,
  report: (tenantId: string, done: number, all: number) => void = () => {},
): Promise<void> {
  await migrateDatabase(databases.control, 'control');
  const rows = await databases.control
    .select({ id: tenants.id })
    .from(tenants)
    .where(isNull(tenants.closedAt));
  for (const [index, row] of rows.entries()) {
    await migrateDatabase(await databases.openUnchecked(row.id), 'tenant');
    report(row.id, index + 1, rows.length);
  }
}
