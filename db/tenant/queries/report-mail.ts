import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { reportAddresses, reportDispatches, reportSchedules } from '../schema/report-mail.ts';

export type AddressRow = typeof reportAddresses.$inferSelect;
export type ScheduleRow = typeof reportSchedules.$inferSelect;
export type DispatchRow = typeof reportDispatches.$inferSelect;

const mostShown = 100;

export async function listReportAddresses(db: TenantDb): Promise<AddressRow[]> {
  return db.select().from(reportAddresses).orderBy(asc(reportAddresses.address));
}

export async function getReportAddress(db: TenantDb, id: string): Promise<AddressRow | null> {
  const [row] = await db.select().from(reportAddresses).where(eq(reportAddresses.id, id)).limit(1);
  return row ?? null;
}

export async function getReportAddressOf(db: TenantDb, address: string): Promise<AddressRow | null> {
  const [row] = await db.select().from(reportAddresses).where(eq(reportAddresses.address, address)).limit(1);
  return row ?? null;
}

/** Those of them that want reports. */
export async function listConfirmed(db: TenantDb, ids: readonly string[]): Promise<AddressRow[]> {
  const { id, confirmedAt, endedAt } = reportAddresses;
  const wants = and(inArray(id, [...ids]), isNotNull(confirmedAt), isNull(endedAt));
  return db.select().from(reportAddresses).where(wants);
}

export async function listReportSchedules(db: TenantDb): Promise<ScheduleRow[]> {
  const { removedAt, createdAt } = reportSchedules;
  return db.select().from(reportSchedules).where(isNull(removedAt)).orderBy(desc(createdAt));
}

export async function countReportSchedules(db: TenantDb): Promise<number> {
  const live = db.select({ all: count() }).from(reportSchedules).where(isNull(reportSchedules.removedAt));
  return (await live)[0]?.all ?? 0;
}

export async function listDueSchedules(db: TenantDb, now: Date): Promise<ScheduleRow[]> {
  const { removedAt, nextAt } = reportSchedules;
  return db
    .select()
    .from(reportSchedules)
    .where(and(isNull(removedAt), lte(nextAt, now)))
    .limit(mostShown);
}

export async function getReportSchedule(db: TenantDb, id: string): Promise<ScheduleRow | null> {
  const [row] = await db.select().from(reportSchedules).where(eq(reportSchedules.id, id)).limit(1);
  return row ?? null;
}

export async function getDispatch(db: TenantDb, id: string): Promise<DispatchRow | null> {
  const [row] = await db.select().from(reportDispatches).where(eq(reportDispatches.id, id)).limit(1);
  return row ?? null;
}

/** What was sent, or was to be, the newest first. */
export async function listDispatches(db: TenantDb): Promise<DispatchRow[]> {
  return db.select().from(reportDispatches).orderBy(desc(reportDispatches.dueAt)).limit(mostShown);
}
