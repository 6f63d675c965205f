import { and, asc, count, eq, inArray, isNotNull, isNull, lte, min, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { outbox } from '../schema/outbox.ts';

const isWaiting = sql`${outbox.admittedAt} is null and ${outbox.parkedReason} is null`;

/** Due work of one gate and lane, oldest first. */
export async function listDueWork(
  db: TenantDb,
  gate: string,
  lane: 'interactive' | 'bulk',
  now: Date,
  limit: number,
) {
  return db
    .select({ id: outbox.id, queue: outbox.queue, payload: outbox.payload, attempts: outbox.attempts })
    .from(outbox)
    .where(and(isWaiting, eq(outbox.gate, gate), eq(outbox.lane, lane), lte(outbox.dueAt, now)))
    .orderBy(asc(outbox.dueAt))
    .limit(limit);
}

/** When the gate's next waiting work is due; `null`: it has none. */
export async function nextDueAt(db: TenantDb, gate: string): Promise<Date | null> {
  const due = await Promise.all(
    (['interactive', 'bulk'] as const).map((lane) =>
      db
        .select({ at: min(outbox.dueAt) })
        .from(outbox)
        .where(and(isWaiting, eq(outbox.gate, gate), eq(outbox.lane, lane))),
    ),
  );
  const times = due.flatMap(([row]) => (row?.at ? [row.at.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
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
