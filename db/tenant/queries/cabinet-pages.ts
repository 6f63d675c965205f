import { and, desc, eq, gt, gte, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { TenantDb } from '../../open.ts';
import { cabinetNotices, cabinetPreferences, cabinetReadings } from '../schema/cabinet.ts';
import { cases } from '../schema/case.ts';
import { contacts, messages } from '../schema/contact.ts';
import { consents, consentTexts } from '../schema/outreach.ts';
import { ratings } from '../schema/rating.ts';
import { billingAccounts, receivables } from '../schema/receivable.ts';
import { requests } from '../schema/request.ts';
import { lines } from '../schema/subscriber.ts';

/** What a subscriber sees in his cabinet. Every query names him: what is not his is not found. */
const mostListed = 100;
const mostMessages = 200;

/** Requests for his lines since they are his, the newest first. */
export function listOwnRequests(db: TenantDb, subscriberId: string) {
  const { id, number, kind, itemName, payload, state, scheduledFor, createdAt, changedAt } = requests;
  return db
    .select({
      id,
      number,
      kind,
      itemName,
      payload,
      state,
      scheduledFor,
      createdAt,
      changedAt,
      msisdn: lines.msisdn,
    })
    .from(requests)
    .innerJoin(lines, eq(lines.id, requests.lineId))
    .where(
      and(
        eq(lines.subscriberId, subscriberId),
        gte(createdAt, sql`coalesce(${lines.ownedSince}, 0)`),
        ne(state, 'draft'),
      ),
    )
    .orderBy(desc(requests.id))
    .limit(mostListed)
    .all();
}

/** A reply that is out after he last looked. */
const newReply = sql`exists (select 1 from ${messages} m where m.case_id = ${cases.id} and m.kind = 'reply'
  and m.state = 'sent' and m.sent_at > coalesce(${cabinetReadings.readAt}, 0))`;

/** His cases, those changed last first; a merged one goes on in another. */
export function listOwnCases(db: TenantDb, subscriberId: string) {
  const { id, number, kind, state, subject, createdAt, changedAt, incidentId } = cases;
  return db
    .select({
      id,
      number,
      kind,
      state,
      subject,
      createdAt,
      changedAt,
      incidentId,
      isUnread: sql<number>`${newReply}`.mapWith(Boolean),
    })
    .from(cases)
    .leftJoin(cabinetReadings, eq(cabinetReadings.caseId, cases.id))
    .where(and(eq(cases.subscriberId, subscriberId), ne(cases.state, 'merged')))
    .orderBy(desc(cases.changedAt))
    .limit(mostListed)
    .all();
}

/** His case of that id; `null`: it is another's, or there is none. */
export async function getOwnCase(db: TenantDb, subscriberId: string, caseId: string) {
  const [row] = await db
    .select({ row: cases, rated: ratings.stars })
    .from(cases)
    .leftJoin(ratings, eq(ratings.caseId, cases.id))
    .where(and(eq(cases.id, caseId), eq(cases.subscriberId, subscriberId)))
    .limit(1);
  return row ? { ...row.row, stars: row.rated } : null;
}

/** What was written between him and us, oldest first, that of cases merged into this one too: no notes, nothing held. */
export async function listOwnMessages(db: TenantDb, subscriberId: string, caseId: string) {
  const { id, kind, channel, body, state, at } = messages;
  const merged = db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.mergedInto, caseId), eq(cases.subscriberId, subscriberId)));
  const isIn = or(eq(messages.caseId, caseId), inArray(messages.caseId, merged));
  const isSaid = or(eq(kind, 'inbound'), and(eq(kind, 'reply'), inArray(state, ['sent', 'unconfirmed'])));
  const isHis = or(isNull(contacts.subscriberId), eq(contacts.subscriberId, subscriberId));
  const newest = await db
    .select({ id, kind, channel, body, at })
    .from(messages)
    .leftJoin(contacts, eq(contacts.id, messages.contactId))
    .where(and(isIn, isSaid, isHis))
    .orderBy(desc(messages.id))
    .limit(mostMessages);
  return newest.reverse();
}

/** How much he wrote in the cabinet since then. */
export async function countOwnWords(db: TenantDb, subscriberId: string, since: Date): Promise<number> {
  const own = and(eq(contacts.subscriberId, subscriberId), eq(contacts.channel, 'cabinet'));
  return await db.$count(
    contacts,
    and(own, eq(contacts.direction, 'inbound'), gt(contacts.startedAt, since)),
  );
}

/** What he owes, by line and by account; the number only of a line that is still his. */
export function listOwnReceivables(db: TenantDb, subscriberId: string) {
  const { id, lineId, balanceKopecks, oldestDueOn, nextDueOn, disputedKopecks, changedAt } = receivables;
  const isHisLine = and(eq(lines.id, lineId), eq(lines.subscriberId, subscriberId));
  return db
    .select({
      id,
      lineId,
      balanceKopecks,
      oldestDueOn,
      nextDueOn,
      disputedKopecks,
      changedAt,
      accountNumber: billingAccounts.number,
      msisdn: lines.msisdn,
    })
    .from(receivables)
    .innerJoin(billingAccounts, eq(billingAccounts.id, receivables.accountId))
    .leftJoin(lines, isHisLine)
    .where(eq(billingAccounts.subscriberId, subscriberId))
    .orderBy(desc(balanceKopecks))
    .limit(mostListed)
    .all();
}

/** The newest first. */
export function listCabinetNotices(db: TenantDb, subscriberId: string) {
  const { id, purpose, subject, content, receivableId, at, readAt } = cabinetNotices;
  return db
    .select({ id, purpose, subject, content, receivableId, at, readAt })
    .from(cabinetNotices)
    .where(eq(cabinetNotices.subscriberId, subscriberId))
    .orderBy(desc(at))
    .limit(mostListed)
    .all();
}

export async function countUnreadCabinetNotices(db: TenantDb, subscriberId: string): Promise<number> {
  const own = eq(cabinetNotices.subscriberId, subscriberId);
  return await db.$count(cabinetNotices, and(own, isNull(cabinetNotices.readAt)));
}

/** All he ever agreed to, with the words, the newest first. */
export function listOwnConsents(db: TenantDb, subscriberId: string) {
  const { id, purpose, channel, textVersion, givenAt, withdrawnAt } = consents;
  const isItsText = and(eq(consentTexts.purpose, purpose), eq(consentTexts.version, textVersion));
  return db
    .select({ id, purpose, channel, textVersion, givenAt, withdrawnAt, text: consentTexts.text })
    .from(consents)
    .leftJoin(consentTexts, isItsText)
    .where(eq(consents.subscriberId, subscriberId))
    .orderBy(desc(givenAt))
    .limit(mostListed)
    .all();
}

export async function getPreference(db: TenantDb, subscriberId: string) {
  const [row] = await db
    .select()
    .from(cabinetPreferences)
    .where(eq(cabinetPreferences.subscriberId, subscriberId));
  return row?.channel ?? null;
}
