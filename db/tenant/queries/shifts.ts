import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import {
  absences,
  labourRules,
  publishedShifts,
  rosterChanges,
  rosters,
  shifts,
  shiftTemplates,
  wishes,
  workTerms,
} from '../schema/shift.ts';

export type RosterRow = typeof rosters.$inferSelect;
export type ShiftRow = typeof shifts.$inferSelect;
export type PublishedShiftRow = typeof publishedShifts.$inferSelect;
export type WorkTermsRow = typeof workTerms.$inferSelect;
export type TemplateRow = typeof shiftTemplates.$inferSelect;
export type RosterChangeRow = typeof rosterChanges.$inferSelect;

export async function getRoster(db: TenantDb, id: string): Promise<RosterRow | null> {
  const [row] = await db.select().from(rosters).where(eq(rosters.id, id)).limit(1);
  return row ?? null;
}

/** The newest first. */
export async function listRosters(db: TenantDb, limit: number): Promise<RosterRow[]> {
  return db.select().from(rosters).orderBy(desc(rosters.fromDate), desc(rosters.id)).limit(limit);
}

/** The plans in work with a date in common with those from `from` until before `to`. */
export async function listRostersWithin(db: TenantDb, { from, to }: { from: string; to: string }) {
  return db
    .select()
    .from(rosters)
    .where(and(ne(rosters.state, 'retired'), lt(rosters.fromDate, to), gt(rosters.toDate, from)))
    .orderBy(asc(rosters.fromDate));
}

export async function listShifts(db: TenantDb, rosterId: string): Promise<ShiftRow[]> {
  return db
    .select()
    .from(shifts)
    .where(eq(shifts.rosterId, rosterId))
    .orderBy(asc(shifts.date), asc(shifts.startsAt), asc(shifts.id));
}

/** Of all plans in work, those that begin within a span of dates, the last exclusive. */
export async function listShiftsWithin(db: TenantDb, { from, to }: { from: string; to: string }) {
  return db
    .select()
    .from(shifts)
    .where(and(gte(shifts.date, from), lt(shifts.date, to)))
    .orderBy(asc(shifts.date), asc(shifts.startsAt), asc(shifts.id));
}

export async function getShift(db: TenantDb, id: string): Promise<ShiftRow | null> {
  const [row] = await db.select().from(shifts).where(eq(shifts.id, id)).limit(1);
  return row ?? null;
}

/** Those of one plan that people were told and that were not cancelled. */
export async function listPublished(db: TenantDb, rosterId: string): Promise<PublishedShiftRow[]> {
  return db
    .select()
    .from(publishedShifts)
    .where(and(eq(publishedShifts.rosterId, rosterId), isNull(publishedShifts.cancelledAt)))
    .orderBy(asc(publishedShifts.date), asc(publishedShifts.id));
}

/** What people were told for a span of dates, as far as hours are counted by it. */
export async function listToldWithin(db: TenantDb, { from, to }: { from: string; to: string }) {
  const { userId, date, startsAt, endsAt, breaks } = publishedShifts;
  return db
    .select({ userId, date, startsAt, endsAt, breaks })
    .from(publishedShifts)
    .where(and(isNull(publishedShifts.cancelledAt), gte(date, from), lt(date, to)));
}

/** The first date of the plans that people were told with a date in a span; null: there was none. */
export async function getFirstTold(db: TenantDb, { from, to }: { from: string; to: string }) {
  const [row] = await db
    .select({ date: rosters.fromDate })
    .from(rosters)
    .where(
      and(
        isNotNull(rosters.publishedAt),
        ne(rosters.state, 'retired'),
        lt(rosters.fromDate, to),
        gt(rosters.toDate, from),
      ),
    )
    .orderBy(asc(rosters.fromDate))
    .limit(1);
  return row?.date ?? null;
}

export async function listWorkTerms(db: TenantDb): Promise<WorkTermsRow[]> {
  return db.select().from(workTerms);
}

/** Those one may plan with. */
export async function listTemplates(db: TenantDb): Promise<TemplateRow[]> {
  return db
    .select()
    .from(shiftTemplates)
    .where(isNull(shiftTemplates.retiredAt))
    .orderBy(asc(shiftTemplates.name));
}

export async function listChangedRules(db: TenantDb) {
  return db.select().from(labourRules);
}

/** Absences that were granted and touch a span of time. */
export async function listAbsencesWithin(db: TenantDb, { from, to }: { from: Date; to: Date }) {
  return db
    .select()
    .from(absences)
    .where(and(eq(absences.state, 'granted'), lt(absences.fromAt, to), gt(absences.toAt, from)));
}

export async function listWishesWithin(db: TenantDb, { from, to }: { from: string; to: string }) {
  return db
    .select()
    .from(wishes)
    .where(and(gte(wishes.date, from), lt(wishes.date, to)));
}

/** The newest first. */
export async function listRosterChanges(db: TenantDb, rosterId: string, limit: number) {
  return db
    .select()
    .from(rosterChanges)
    .where(eq(rosterChanges.rosterId, rosterId))
    .orderBy(desc(rosterChanges.version))
    .limit(limit);
}

/** How many shifts each plan holds. */
export async function countShifts(db: TenantDb): Promise<Map<string, number>> {
  const rows = await db
    .select({ rosterId: shifts.rosterId, count: sql<number>`count(*)` })
    .from(shifts)
    .groupBy(shifts.rosterId);
  return new Map(rows.map(({ rosterId, count }) => [rosterId, count]));
}
