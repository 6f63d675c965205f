import { and, count, desc, eq, isNull } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { ownReports } from '../schema/own-report.ts';

export type OwnReportRow = typeof ownReports.$inferSelect;

/** Those that were not deleted, the one changed last first. */
export async function listOwnReports(db: TenantDb): Promise<OwnReportRow[]> {
  return db.select().from(ownReports).where(isNull(ownReports.removedAt)).orderBy(desc(ownReports.changedAt));
}

export async function countOwnReports(db: TenantDb): Promise<number> {
  const [row] = await db.select({ all: count() }).from(ownReports).where(isNull(ownReports.removedAt));
  return row?.all ?? 0;
}

/** Deleted or not. */
export async function getOwnReport(db: TenantDb, id: string): Promise<OwnReportRow | null> {
  const [row] = await db.select().from(ownReports).where(eq(ownReports.id, id)).limit(1);
  return row ?? null;
}

/** Which is as it was read, for a change of it. */
export function asRead({ id, changedAt }: Pick<OwnReportRow, 'id' | 'changedAt'>) {
  return and(eq(ownReports.id, id), eq(ownReports.changedAt, changedAt));
}
