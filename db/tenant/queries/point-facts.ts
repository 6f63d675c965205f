import { and, asc, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { PointEvent } from '#app/features/points/points.ts';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, caseRequests, cases } from '../schema/case.ts';
import { contacts, messages } from '../schema/contact.ts';
import { kudos, shiftLengths } from '../schema/game.ts';
import { articleSuggestions } from '../schema/knowledge.ts';
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

/** The smallest id that could have been made at an instant: ids grow with time. */
function idFloor(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** The newest sources of an event that happened since, and may be worth something. */
export async function listSourcesSince(
  db: TenantDb,
  event: PointEvent,
  since: Date,
  limit: number,
): Promise<string[]> {
  const rows = await sourcesSince(db, event, since, limit);
  return rows.map(({ id }) => id);
}

function sourcesSince(db: TenantDb, event: PointEvent, since: Date, limit: number) {
  switch (event) {
    case 'case-solved':
    case 'solved-at-first':
      return db
        .select({ id: cases.id })
        .from(cases)
        .where(and(inArray(cases.state, ['solved', 'closed']), gte(cases.id, idFloor(since))))
        .orderBy(desc(cases.id))
        .limit(limit);
    case 'request-done':
      return db
        .select({ id: requests.id })
        .from(requests)
        .where(and(eq(requests.state, 'done'), gte(requests.id, idFloor(since))))
        .orderBy(desc(requests.id))
        .limit(limit);
    case 'review-scored':
      return db
        .select({ id: reviews.id })
        .from(reviews)
        .where(gte(reviews.occurredAt, since))
        .orderBy(desc(reviews.occurredAt))
        .limit(limit);
    case 'rating-given':
      return db
        .select({ id: ratings.caseId })
        .from(ratings)
        .where(gte(ratings.at, since))
        .orderBy(desc(ratings.at))
        .limit(limit);
    case 'suggestion-accepted':
      return db
        .select({ id: articleSuggestions.id })
        .from(articleSuggestions)
        .where(and(eq(articleSuggestions.verdict, 'accepted'), gte(articleSuggestions.decidedAt, since)))
        .limit(limit);
    case 'kudos-received':
      return db.select({ id: kudos.id }).from(kudos).where(gte(kudos.at, since)).limit(limit);
  }
}

/** The newest cases that were solved, each with the steps people took in it: its difficulty is counted by them. */
export async function listWorkedCases(db: TenantDb, since: Date, limit: number) {
  const isStep = sql`${caseEvents.actor} not in ('worker', 'subscriber')`;
  return db
    .select({
      channel: cases.channel,
      topicId: cases.topicId,
      steps: sql<number>`count(${caseEvents.version})`,
    })
    .from(cases)
    .leftJoin(caseEvents, and(eq(caseEvents.caseId, cases.id), isStep))
    .where(and(inArray(cases.state, ['solved', 'closed']), gte(cases.id, idFloor(since))))
    .groupBy(cases.id)
    .orderBy(desc(cases.id))
    .limit(limit);
}

/** Who solved which case when, and whether it came back, of cases opened since. */
export async function listSolutions(db: TenantDb, since: Date) {
  const back = sql<number>`exists (select 1 from case_events as later where later.case_id = ${caseEvents.caseId}
    and later.version > ${caseEvents.version} and later.from_state = 'solved' and later.to_state = 'open')`;
  return db
    .select({ agentId: caseEvents.actor, at: caseEvents.at, cameBack: back })
    .from(caseEvents)
    .where(and(gte(caseEvents.caseId, idFloor(since)), eq(caseEvents.event, 'solved')));
}
