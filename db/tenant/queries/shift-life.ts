import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { TenantDb } from '#db/open.ts';
import { absences, publishedShifts, rosters, shiftOffers, wishes } from '../schema/shift.ts';
import { extraWork, mendings, presenceSpans, shiftFeeds, shiftSettings } from '../schema/shift-life.ts';

export type AbsenceRow = typeof absences.$inferSelect;
export type ExtraWorkRow = typeof extraWork.$inferSelect;
export type OfferRow = typeof shiftOffers.$inferSelect;
export type MendingRow = typeof mendings.$inferSelect;
type Time = { from: Date; to: Date };

/** Shifts people were told of that touch a span of time; `userIds`: of these only. */
export async function listPublishedAt(db: TenantDb, { from, to }: Time, userIds?: readonly string[]) {
  return db
    .select()
    .from(publishedShifts)
    .where(
      and(
        isNull(publishedShifts.cancelledAt),
        gt(publishedShifts.endsAt, from),
        lt(publishedShifts.startsAt, to),
        userIds ? inArray(publishedShifts.userId, [...userIds]) : undefined,
      ),
    )
    .orderBy(asc(publishedShifts.startsAt), asc(publishedShifts.id));
}

export async function getPublished(db: TenantDb, id: string) {
  const [row] = await db.select().from(publishedShifts).where(eq(publishedShifts.id, id)).limit(1);
  return row ?? null;
}

/** What people said of themselves in a span of time; `userIds`: of these only. */
export async function listPresenceSpans(db: TenantDb, { from, to }: Time, userIds?: readonly string[]) {
  return db
    .select()
    .from(presenceSpans)
    .where(
      and(
        lt(presenceSpans.fromAt, to),
        or(isNull(presenceSpans.toAt), gt(presenceSpans.toAt, from)),
        userIds ? inArray(presenceSpans.userId, [...userIds]) : undefined,
      ),
    )
    .orderBy(asc(presenceSpans.fromAt));
}

export async function getAbsence(db: TenantDb, id: string): Promise<AbsenceRow | null> {
  const [row] = await db.select().from(absences).where(eq(absences.id, id)).limit(1);
  return row ?? null;
}

export async function getMending(db: TenantDb, absenceId: string): Promise<MendingRow | null> {
  const [row] = await db.select().from(mendings).where(eq(mendings.absenceId, absenceId)).limit(1);
  return row ?? null;
}

/** Of one person, those that are not over, refused or withdrawn long since; the newest first. */
export async function listOwnAbsences(db: TenantDb, userId: string, since: Date): Promise<AbsenceRow[]> {
  return db
    .select()
    .from(absences)
    .where(and(eq(absences.userId, userId), gte(absences.toAt, since), ne(absences.state, 'withdrawn')))
    .orderBy(desc(absences.fromAt));
}

/** Those that wait for a decision, the longest first. */
export async function listAskedAbsences(db: TenantDb): Promise<AbsenceRow[]> {
  return db.select().from(absences).where(eq(absences.state, 'asked')).orderBy(asc(absences.askedAt));
}

export async function listOwnWishes(db: TenantDb, userId: string, from: string) {
  return db
    .select()
    .from(wishes)
    .where(and(eq(wishes.userId, userId), gte(wishes.date, from)))
    .orderBy(asc(wishes.date));
}

/** How the roster rules the desk now; null: nobody has said. */
export async function getShiftSettings(db: TenantDb) {
  const [row] = await db.select().from(shiftSettings).orderBy(desc(shiftSettings.id)).limit(1);
  return row ?? null;
}

export async function getOffer(db: TenantDb, id: string): Promise<OfferRow | null> {
  const [row] = await db.select().from(shiftOffers).where(eq(shiftOffers.id, id)).limit(1);
  return row ?? null;
}

/** Offers that are not decided, the oldest first. */
export async function listOpenOffers(db: TenantDb): Promise<OfferRow[]> {
  return db
    .select()
    .from(shiftOffers)
    .where(inArray(shiftOffers.state, ['open', 'taken']))
    .orderBy(asc(shiftOffers.createdAt));
}

/** Those a planner refused since then that this person offered or took; the newest first. */
export async function listRefusedOffers(db: TenantDb, userId: string, since: Date): Promise<OfferRow[]> {
  return db
    .select()
    .from(shiftOffers)
    .where(
      and(
        eq(shiftOffers.state, 'refused'),
        gte(shiftOffers.decidedAt, since),
        or(eq(shiftOffers.offeredBy, userId), eq(shiftOffers.takenBy, userId)),
      ),
    )
    .orderBy(desc(shiftOffers.decidedAt));
}

/** Offers not decided of which a shift has begun, was cancelled or is another's by now; `date`: of the offered shift. */
export async function listOverOffers(db: TenantDb, now: Date, limit: number) {
  const wanted = alias(publishedShifts, 'wanted');
  return db
    .select({ offer: shiftOffers, date: publishedShifts.date })
    .from(shiftOffers)
    .innerJoin(publishedShifts, eq(publishedShifts.id, shiftOffers.shiftId))
    .leftJoin(wanted, eq(wanted.id, shiftOffers.wantedShiftId))
    .where(
      and(
        inArray(shiftOffers.state, ['open', 'taken']),
        or(
          ...[lte(publishedShifts.startsAt, now), isNotNull(publishedShifts.cancelledAt)],
          ...[lte(wanted.startsAt, now), isNotNull(wanted.cancelledAt)],
          ne(publishedShifts.userId, shiftOffers.offeredBy),
        ),
      ),
    )
    .orderBy(asc(shiftOffers.createdAt))
    .limit(limit);
}

export async function getExtraWork(db: TenantDb, id: string): Promise<ExtraWorkRow | null> {
  const [row] = await db.select().from(extraWork).where(eq(extraWork.id, id)).limit(1);
  return row ?? null;
}

/** What these people were asked for or agreed to from a date on. */
export async function listExtraWork(db: TenantDb, userIds: readonly string[], from: string) {
  return db
    .select()
    .from(extraWork)
    .where(
      and(
        inArray(extraWork.userId, [...userIds]),
        gte(extraWork.date, from),
        inArray(extraWork.state, ['asked', 'agreed']),
      ),
    )
    .orderBy(asc(extraWork.startsAt));
}

export async function getFeedOf(db: TenantDb, userId: string) {
  const [row] = await db
    .select()
    .from(shiftFeeds)
    .where(and(eq(shiftFeeds.userId, userId), isNull(shiftFeeds.revokedAt)))
    .limit(1);
  return row ?? null;
}

/** The calendar that such an address shows; none: it was revoked or never was. */
export async function getFeedByHash(db: TenantDb, tokenHash: string) {
  const [row] = await db
    .select()
    .from(shiftFeeds)
    .where(and(eq(shiftFeeds.tokenHash, tokenHash), isNull(shiftFeeds.revokedAt)))
    .limit(1);
  return row ?? null;
}

/** Whether people were told of a plan that holds this date. */
export async function hasPublishedPlan(db: TenantDb, date: string): Promise<boolean> {
  const [row] = await db
    .select({ id: rosters.id })
    .from(rosters)
    .where(
      and(
        isNotNull(rosters.publishedAt),
        ne(rosters.state, 'retired'),
        lte(rosters.fromDate, date),
        gt(rosters.toDate, date),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** What a person was told of his own shifts in a span of time, those cancelled too. */
export async function listOwnTold(db: TenantDb, userId: string, { from, to }: Time) {
  return db
    .select()
    .from(publishedShifts)
    .where(
      and(
        eq(publishedShifts.userId, userId),
        gt(publishedShifts.endsAt, from),
        lt(publishedShifts.startsAt, to),
      ),
    )
    .orderBy(asc(publishedShifts.startsAt), asc(publishedShifts.id));
}
