import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { caseRequests } from '../schema/case.ts';
import { contacts, messages } from '../schema/contact.ts';
import { kudos, shiftLengths } from '../schema/game.ts';
import { ratings } from '../schema/rating.ts';
import { requestEvents, requests } from '../schema/request.ts';
import { reviews } from '../schema/review.ts';
import { cardVersions } from '../schema/scorecard.ts';

export type MarkedReview = Awaited<ReturnType<typeof listReviewsOf>>[number];

const marked = { review: reviews, card: cardVersions.content };
const itsCard = and(eq(cardVersions.cardId, reviews.cardId), eq(cardVersions.version, reviews.cardVersion));

/** Reviews of some pieces of work, each with the card it was marked by. */
export async function listReviewsOf(db: TenantDb, subjectIds: readonly string[]) {
  return db
    .select(marked)
    .from(reviews)
    .innerJoin(cardVersions, itsCard)
    .where(inArray(reviews.subjectId, [...subjectIds]));
}

export async function getMarkedReview(db: TenantDb, id: string): Promise<MarkedReview | null> {
  const [row] = await db
    .select(marked)
    .from(reviews)
    .innerJoin(cardVersions, itsCard)
    .where(eq(reviews.id, id));
  return row ?? null;
}

export async function getContactCaseId(db: TenantDb, contactId: string): Promise<string | null> {
  const [row] = await db.select({ caseId: contacts.caseId }).from(contacts).where(eq(contacts.id, contactId));
  return row?.caseId ?? null;
}

export async function listContactIds(db: TenantDb, caseId: string): Promise<string[]> {
  const rows = await db.select({ id: contacts.id }).from(contacts).where(eq(contacts.caseId, caseId));
  return rows.map(({ id }) => id);
}

/** How the requests stand that were made for a case. */
export async function listRequestStates(db: TenantDb, caseId: string) {
  return db
    .select({ state: requests.state, version: requests.version })
    .from(caseRequests)
    .innerJoin(requests, eq(requests.id, caseRequests.requestId))
    .where(eq(caseRequests.caseId, caseId));
}

export async function getCaseIdOfRequest(db: TenantDb, requestId: string): Promise<string | null> {
  const [row] = await db
    .select({ caseId: caseRequests.caseId })
    .from(caseRequests)
    .where(eq(caseRequests.requestId, requestId));
  return row?.caseId ?? null;
}

/** When a request was carried out. */
export async function getDoneAt(db: TenantDb, requestId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: requestEvents.at })
    .from(requestEvents)
    .where(and(eq(requestEvents.requestId, requestId), eq(requestEvents.toState, 'done')))
    .orderBy(asc(requestEvents.version))
    .limit(1);
  return row?.at ?? null;
}

/** How the last reply of a case went. */
export async function getLastReplyState(db: TenantDb, caseId: string) {
  const [row] = await db
    .select({ state: messages.state })
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.kind, 'reply')))
    .orderBy(desc(messages.id))
    .limit(1);
  return row?.state ?? null;
}

export async function getRating(db: TenantDb, caseId: string) {
  const [row] = await db.select().from(ratings).where(eq(ratings.caseId, caseId));
  return row ?? null;
}

export async function getKudos(db: TenantDb, id: string) {
  const [row] = await db.select().from(kudos).where(eq(kudos.id, id));
  return row ?? null;
}

/** How long an agent's shift was on a day, hours; `null`: nobody said. */
export async function getShiftHours(db: TenantDb, agentId: string, day: string): Promise<number | null> {
  const [row] = await db
    .select({ hours: shiftLengths.hours })
    .from(shiftLengths)
    .where(and(eq(shiftLengths.agentId, agentId), lte(shiftLengths.from, day)))
    .orderBy(desc(shiftLengths.from))
    .limit(1);
  return row?.hours ?? null;
}
