import { and, asc, count, eq, inArray, isNotNull, isNull, lte, min, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { outbox } from '../schema/outbox.ts';

const isWaiting = sql`${outbox.admittedAt} is null and ${outbox.parkedReason} is null`;

/** What waits in one gate and lane, due or not, the earliest first. */
export async function listWaiting(db: TenantDb, gate: string, lane: 'interactive' | 'bulk', limit: number) {
  return db
    .select({
      id: outbox.id,
      queue: outbox.queue,
      payload: outbox.payload,
      attempts: outbox.attempts,
      dueAt: outbox.dueAt,
    })
    .from(outbox)
    .where(and(isWaiting, eq(outbox.gate, gate), eq(outbox.lane, lane)))
    .orderBy(asc(outbox.dueAt))
    .limit(limit);
}

/** Every gate at which something waits, found by jumping from gate to gate whatever the backlog. */
export async function listWaitingGates(db: TenantDb): Promise<string[]> {
  const rows = await db.all<{ gate: string }>(sql`
    with recursive waiting(gate) as (
      select min(${outbox.gate}) from ${outbox} where ${isWaiting}
      union all
      select (select min(${outbox.gate}) from ${outbox} where ${isWaiting} and ${outbox.gate} > waiting.gate)
      from waiting where waiting.gate is not null)
    select gate from waiting where gate is not null`);
  return rows.map(({ gate }) => gate);
}

/** How much is admitted now in each gate that has any. */
export async function countAdmittedByGate(db: TenantDb): Promise<Map<string, number>> {
  const rows = await db
    .select({ gate: outbox.gate, n: count() })
    .from(outbox)
    .where(isNotNull(outbox.admittedAt))
    .groupBy(outbox.gate);
  return new Map(rows.map(({ gate, n }) => [gate, n]));
}

export async function countAdmitted(db: TenantDb, gate: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(outbox)
    .where(and(isNotNull(outbox.admittedAt), eq(outbox.gate, gate)));
  return row?.n ?? 0;
}

export async function countWaiting(db: TenantDb, gate: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(outbox)
    .where(and(isWaiting, eq(outbox.gate, gate)));
  return row?.n ?? 0;
}

export async function listAdmitted(db: TenantDb) {
  return db
    .select({ id: outbox.id, queue: outbox.queue, attempts: outbox.attempts, admittedAt: outbox.admittedAt })
    .from(outbox)
    .where(isNotNull(outbox.admittedAt));
}

export function admitWork(db: TenantDb, ids: string[], now: Date): Statement {
  return db.update(outbox).set({ admittedAt: now }).where(inArray(outbox.id, ids));
}

/** Lets admitted work wait again; `ids` absent: all of it. */
export function readmitWork(db: TenantDb, ids?: string[]): Statement {
  const which = ids ? inArray(outbox.id, ids) : isNotNull(outbox.admittedAt);
  return db
    .update(outbox)
    .set({ admittedAt: null, attempts: sql`${outbox.attempts} + 1` })
    .where(which);
}

export function finishWork(db: TenantDb, ids: string[]): Statement {
  return db.delete(outbox).where(inArray(outbox.id, ids));
}

export function snoozeWork(db: TenantDb, id: string, dueAt: Date): Statement {
  const attempts = sql`${outbox.attempts} + 1`;
  return db.update(outbox).set({ admittedAt: null, dueAt, attempts }).where(eq(outbox.id, id));
}

export function parkWork(db: TenantDb, id: string, parkedReason: string): Statement {
  return db.update(outbox).set({ admittedAt: null, parkedReason }).where(eq(outbox.id, id));
}

/** What the health page shows of a tenant's outbox. */
export async function summariseOutbox(db: TenantDb, now: Date) {
  const [due] = await db
    .select({ n: count(), oldest: min(outbox.dueAt) })
    .from(outbox)
    .where(and(isNull(outbox.parkedReason), lte(outbox.dueAt, now)));
  const [parked] = await db.select({ n: count() }).from(outbox).where(isNotNull(outbox.parkedReason));
  return { due: due?.n ?? 0, oldestDueAt: due?.oldest ?? null, parked: parked?.n ?? 0 };
}
