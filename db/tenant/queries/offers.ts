import { and, asc, count, desc, eq, gte, inArray, isNull, max, sql, sum } from 'drizzle-orm';
import type { OfferUseState } from '#app/features/offer/offer.ts';
import type { TenantDb } from '#db/open.ts';
import { offers, offerUses } from '../schema/offer.ts';

export type OfferRow = typeof offers.$inferSelect;
export type OfferUseRow = typeof offerUses.$inferSelect;

/** Uses in these states count against the budget and the limit of a line; what failed gives both back. */
const spending: OfferUseState[] = ['accepted', 'done'];
const mostUses = 100;

export async function getOffer(db: TenantDb, id: string): Promise<OfferRow | null> {
  const [row] = await db.select().from(offers).where(eq(offers.id, id)).limit(1);
  return row ?? null;
}

/** What may be proposed now, by name. */
export async function listCurrentOffers(db: TenantDb): Promise<OfferRow[]> {
  return db.select().from(offers).where(isNull(offers.withdrawnAt)).orderBy(asc(offers.name));
}

/** All wordings of one offer, the newest first. */
export async function listWordings(db: TenantDb, series: string): Promise<OfferRow[]> {
  return db.select().from(offers).where(eq(offers.series, series)).orderBy(desc(offers.createdAt));
}

/** Each offer in the wording proposed now, which an undone change makes an older one; else in its newest. */
export async function listNewestOffers(db: TenantDb): Promise<OfferRow[]> {
  const shown = sql`(select o.id from offers o where o.series = ${offers.series}
    order by o.withdrawn_at is not null, o.created_at desc limit 1)`;
  return db
    .select()
    .from(offers)
    .where(eq(offers.id, shown))
    .orderBy(sql`${offers.withdrawnAt} is not null`, asc(offers.name));
}

export async function getUse(db: TenantDb, id: string): Promise<OfferUseRow | null> {
  const [row] = await db.select().from(offerUses).where(eq(offerUses.id, id)).limit(1);
  return row ?? null;
}

export async function getUseByFormToken(db: TenantDb, formToken: string): Promise<OfferUseRow | null> {
  const [row] = await db.select().from(offerUses).where(eq(offerUses.formToken, formToken)).limit(1);
  return row ?? null;
}

/** What accepted uses of an offer cost so far, kopecks, and the number of the last of them. */
export async function readSpending(db: TenantDb, series: string) {
  const isSpending = inArray(offerUses.state, spending);
  const [row] = await db
    .select({
      spentKopecks: sql<number>`coalesce(sum(${offerUses.costKopecks}) filter (where ${isSpending}), 0)`,
      lastSequence: max(offerUses.sequence),
    })
    .from(offerUses)
    .where(eq(offerUses.series, series));
  return { spentKopecks: row?.spentKopecks ?? 0, lastSequence: row?.lastSequence ?? 0 };
}

/** How often a line accepted an offer since then. */
export async function countUsesToLine(
  db: TenantDb,
  { series, lineId, since }: { series: string; lineId: string; since: Date },
): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(offerUses)
    .where(
      and(
        eq(offerUses.series, series),
        eq(offerUses.lineId, lineId),
        inArray(offerUses.state, spending),
        gte(offerUses.at, since),
      ),
    );
  return row?.n ?? 0;
}

/** What a line was proposed, the newest first, with the offer as it was worded then. */
export async function listUsesOfLine(db: TenantDb, lineId: string) {
  return db
    .select({ use: offerUses, offer: offers })
    .from(offerUses)
    .innerJoin(offers, eq(offers.id, offerUses.offerId))
    .where(eq(offerUses.lineId, lineId))
    .orderBy(desc(offerUses.at))
    .limit(mostUses);
}

export async function countProposedInTalk(db: TenantDb, saveId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(offerUses).where(eq(offerUses.saveId, saveId));
  return row?.n ?? 0;
}

/** By offer: uses in each state and what the accepted ones cost, kopecks. */
export async function countUses(db: TenantDb) {
  return db
    .select({
      series: offerUses.series,
      state: offerUses.state,
      n: count(),
      costKopecks: sum(offerUses.costKopecks).mapWith(Number),
    })
    .from(offerUses)
    .groupBy(offerUses.series, offerUses.state);
}
