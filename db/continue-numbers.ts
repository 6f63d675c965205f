import { existsSync } from 'node:fs';
import { inArray, sql } from 'drizzle-orm';
import { commit } from './commit.ts';
import type { Databases, TenantDb } from './open.ts';
import { counters } from './tenant/schema/desk.ts';

/** Counters whose numbers are told to people: none may be given to a second thing. */
export const toldNumbers = ['request', 'case', 'incident'];
/** More than a desk gives out between two copies: a year at 2,700 a day. */
export const numberLeap = 1_000_000;

type LastNumbers = Map<string, number>;

/** The last numbers of the database that is about to be replaced; `null` when it is not there or cannot be read. */
export async function readLastNumbers(databases: Databases, tenantId: string): Promise<LastNumbers | null> {
  if (!existsSync(databases.tenantFile(tenantId))) return null;
  return databases
    .openUnchecked(tenantId)
    .then(listLastNumbers)
    .catch(() => null);
}

/** A copy counts on from `last` or, when that is unknown, leaps over all that can have been given out since. */
export async function continueNumbers(copy: TenantDb, last: LastNumbers | null): Promise<void> {
  const copied = await listLastNumbers(copy);
  const rows = toldNumbers.map((name) => {
    const own = copied.get(name) ?? 0;
    return { name, value: last ? Math.max(own, last.get(name) ?? 0) : own + numberLeap };
  });
  const value = sql`excluded.value`;
  await commit(copy, [
    copy.insert(counters).values(rows).onConflictDoUpdate({ target: counters.name, set: { value } }),
  ]);
}

async function listLastNumbers(db: TenantDb): Promise<LastNumbers> {
  const rows = await db.select().from(counters).where(inArray(counters.name, toldNumbers));
  return new Map(rows.map(({ name, value }) => [name, value]));
}
