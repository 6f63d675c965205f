import { readdirSync } from 'node:fs';
import { getTableName, is, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Services } from '#app/platform/context.ts';
import * as control from '#db/control/schema.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';

const tenantSchema = new URL('../../db/tenant/schema/', import.meta.url);
/** Who is signed in moves with every visit. */
const moving = new Set(['sessions', 'cabinet_sessions']);

/** Every table of a tenant, a new one too. */
export async function tenantTables(): Promise<SQLiteTable[]> {
  const files = readdirSync(tenantSchema).filter((name) => !name.endsWith('.test.ts'));
  const rooms = await Promise.all(files.map((file) => import(new URL(file, tenantSchema).href)));
  return rooms.flatMap(tablesOf);
}

function tablesOf(schema: object): SQLiteTable[] {
  return Object.values(schema).filter((one) => is(one, SQLiteTable));
}

type Kept = { changes: number; text: string };
const lastRead = new WeakMap<ControlDb | TenantDb, Kept>();

/** Everything a tenant and the centre keep, to be compared later. Who is signed in is left out. */
export async function snapshot({ databases }: Services, db: TenantDb): Promise<string> {
  return (await read(db, tenantTables)) + (await read(databases.control, () => tablesOf(control)));
}

/** Each database has one connection, which counts the rows it has written: as many as before, nothing is read again. */
async function read(db: ControlDb | TenantDb, list: () => Promise<SQLiteTable[]> | SQLiteTable[]) {
  const [row] = await db.all<{ changes: number }>(sql`select total_changes() as changes`);
  const changes = row?.changes ?? 0;
  const last = lastRead.get(db);
  if (last?.changes === changes) return last.text;
  const rows = [];
  for (const table of await list()) {
    if (!moving.has(getTableName(table))) rows.push(await db.select().from(table));
  }
  const text = JSON.stringify(rows);
  lastRead.set(db, { changes, text });
  return text;
}
