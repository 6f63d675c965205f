import { and, asc, desc, eq, gte, inArray, isNull, lt, min, sql } from 'drizzle-orm';
import type { WorkQueueKey } from '#app/features/workload/work-queue.ts';
import type { TenantDb } from '../../open.ts';
import {
  markedDays,
  staffingTerms,
  workloadAccuracy,
  workloadCorrections,
  workloadDays,
  workloadForecasts,
  workloadModels,
} from '../schema/workload.ts';

/** Dates of the tenant's zone: from `from` until before `to`. */
type Span = { from: string; to: string };

/** Every queue of which something was counted or imported. */
export async function listWorkQueues(db: TenantDb): Promise<WorkQueueKey[]> {
  const rows = await db
    .selectDistinct({ queue: workloadDays.queue })
    .from(workloadDays)
    .orderBy(asc(workloadDays.queue));
  return rows.map(({ queue }) => queue);
}

/** What came to a queue day by day; what was imported for a day goes before what the desk counted. */
export function listWorkDays(db: TenantDb, queue: WorkQueueKey, { from, to }: Span) {
  const { on, contacts, handled, handlingS, source } = workloadDays;
  const isFirst = sql`not exists (select 1 from workload_days d where d.queue = ${workloadDays.queue}
    and d."on" = ${workloadDays.on} and d.source = 'import' and ${workloadDays.source} = 'desk')`;
  return db
    .select({ on, contacts, handled, handlingS, source })
    .from(workloadDays)
    .where(and(eq(workloadDays.queue, queue), gte(on, from), lt(on, to), isFirst))
    .orderBy(asc(on));
}

/** The first date on which the desk counted; from then on a date without a row is one without work. */
export async function getCountedFrom(db: TenantDb): Promise<string | null> {
  const [row] = await db
    .select({ on: min(workloadDays.on) })
    .from(workloadDays)
    .where(eq(workloadDays.source, 'desk'));
  return row?.on ?? null;
}

export function listMarkedDays(db: TenantDb, limit = 2000) {
  return db.select().from(markedDays).orderBy(desc(markedDays.on)).limit(limit);
}

export async function getMarkedDay(db: TenantDb, id: string) {
  const [row] = await db.select().from(markedDays).where(eq(markedDays.id, id));
  return row ?? null;
}

/** Those in force on some dates, the oldest first; without a queue, of all. */
export function listCorrections(db: TenantDb, { from, to }: Span, queue?: WorkQueueKey) {
  const ofQueue = queue ? eq(workloadCorrections.queue, queue) : undefined;
  return db
    .select()
    .from(workloadCorrections)
    .where(
      and(
        isNull(workloadCorrections.undoneAt),
        gte(workloadCorrections.toOn, from),
        lt(workloadCorrections.fromOn, to),
        ofQueue,
      ),
    )
    .orderBy(asc(workloadCorrections.madeAt));
}

export async function getCorrection(db: TenantDb, id: string) {
  const [row] = await db.select().from(workloadCorrections).where(eq(workloadCorrections.id, id));
  return row ?? null;
}

/** The newest forecast of every queue, or of some, for these dates. */
export function listForecasts(db: TenantDb, { from, to }: Span, queues?: readonly WorkQueueKey[]) {
  const ofQueues = queues ? inArray(workloadForecasts.queue, [...queues]) : undefined;
  const { lead, on } = workloadForecasts;
  return db
    .select()
    .from(workloadForecasts)
    .where(and(eq(lead, 'now'), gte(on, from), lt(on, to), ofQueues))
    .orderBy(asc(workloadForecasts.queue), asc(on));
}

/** What was said of these dates a week before each. */
export function listWeekAhead(db: TenantDb, queue: WorkQueueKey, { from, to }: Span) {
  const { lead, on, contacts } = workloadForecasts;
  return db
    .select({ on, contacts })
    .from(workloadForecasts)
    .where(and(eq(workloadForecasts.queue, queue), eq(lead, 'week'), gte(on, from), lt(on, to)))
    .orderBy(asc(on));
}

export async function getModelOf(db: TenantDb, queue: WorkQueueKey) {
  const [row] = await db.select().from(workloadModels).where(eq(workloadModels.queue, queue));
  return row ?? null;
}

/** The newest weeks first. */
export function listAccuracy(db: TenantDb, queue: WorkQueueKey, limit: number) {
  return db
    .select()
    .from(workloadAccuracy)
    .where(eq(workloadAccuracy.queue, queue))
    .orderBy(desc(workloadAccuracy.weekFrom))
    .limit(limit);
}

export function listStaffingTerms(db: TenantDb) {
  return db.select().from(staffingTerms);
}
