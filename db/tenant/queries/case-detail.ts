import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { caseFollowers, caseReads, caseRequests, cases, complaintSteps, topics } from '../schema/case.ts';
import { attachments, contacts, drafts, messages } from '../schema/contact.ts';
import { mailArrivals } from '../schema/mail.ts';
import { requests } from '../schema/request.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

const mostToJoin = 50;

/** A case with whose it is and what it is about. */
export async function getCaseCard(db: TenantDb, caseId: string) {
  const [row] = await db
    .select({ case: cases, subscriber: subscribers, line: lines, topic: topics })
    .from(cases)
    .leftJoin(subscribers, eq(subscribers.id, cases.subscriberId))
    .leftJoin(lines, eq(lines.id, cases.lineId))
    .leftJoin(topics, eq(topics.id, cases.topicId))
    .where(eq(cases.id, caseId))
    .limit(1);
  return row ?? null;
}

/** The newest of what was written, oldest first; a withdrawn reply was never said. */
export async function listCaseMessages(db: TenantDb, caseId: string, limit: number) {
  const newest = await db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), ne(messages.state, 'withdrawn')))
    .orderBy(desc(messages.id))
    .limit(limit);
  return newest.reverse();
}

export async function listCaseContacts(db: TenantDb, caseId: string, limit: number) {
  const newest = await db
    .select()
    .from(contacts)
    .where(eq(contacts.caseId, caseId))
    .orderBy(desc(contacts.id))
    .limit(limit);
  return newest.reverse();
}

export async function listAttachments(db: TenantDb, messageIds: readonly string[]) {
  if (messageIds.length === 0) return [];
  return db
    .select()
    .from(attachments)
    .where(inArray(attachments.messageId, [...messageIds]));
}

/** What should be known of these messages before they are believed: those that came by mail with a flag. */
export async function listMailFlags(db: TenantDb, messageIds: readonly string[]) {
  if (messageIds.length === 0) return [];
  const { messageId, flags } = mailArrivals;
  const rows = await db
    .select({ messageId, flags })
    .from(mailArrivals)
    .where(inArray(messageId, [...messageIds]));
  return rows.filter((row) => row.flags.length > 0);
}

/** Requests made to solve a case, newest first. */
export async function listCaseRequests(db: TenantDb, caseId: string) {
  return db
    .select({
      id: requests.id,
      number: requests.number,
      kind: requests.kind,
      payload: requests.payload,
      itemName: requests.itemName,
      state: requests.state,
      createdAt: requests.createdAt,
    })
    .from(caseRequests)
    .innerJoin(requests, eq(requests.id, caseRequests.requestId))
    .where(eq(caseRequests.caseId, caseId))
    .orderBy(desc(requests.id));
}

/** A subscriber's cases, newest first. */
export async function listCasesOfSubscriber(db: TenantDb, subscriberId: string, limit: number) {
  return db
    .select({
      id: cases.id,
      number: cases.number,
      subject: cases.subject,
      state: cases.state,
      kind: cases.kind,
      createdAt: cases.createdAt,
    })
    .from(cases)
    .where(eq(cases.subscriberId, subscriberId))
    .orderBy(desc(cases.id))
    .limit(limit);
}

/** The cases of some subscribers that a contact may join, newest first. */
export async function listCasesOfSubscribers(db: TenantDb, subscriberIds: string[]) {
  if (subscriberIds.length === 0) return [];
  return db
    .select({
      subscriberId: cases.subscriberId,
      id: cases.id,
      number: cases.number,
      subject: cases.subject,
      state: cases.state,
    })
    .from(cases)
    .where(
      and(
        inArray(cases.subscriberId, subscriberIds),
        inArray(cases.state, ['new', 'open', 'waiting', 'solved']),
      ),
    )
    .orderBy(desc(cases.id))
    .limit(mostToJoin);
}

/** What the tabs of open cases show, in no order. */
export async function listCasesInTabs(db: TenantDb, userId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: cases.id,
      number: cases.number,
      subject: cases.subject,
      who: subscribers.name,
      lastMessageId: cases.lastMessageId,
      readMessageId: caseReads.messageId,
      lastBody: sql<string | null>`substr(${messages.body}, 1, 80)`,
    })
    .from(cases)
    .leftJoin(subscribers, eq(subscribers.id, cases.subscriberId))
    .leftJoin(messages, eq(messages.id, cases.lastMessageId))
    .leftJoin(caseReads, and(eq(caseReads.userId, userId), eq(caseReads.caseId, cases.id)))
    .where(inArray(cases.id, ids));
}

export async function listFollowers(db: TenantDb, caseId: string): Promise<string[]> {
  const rows = await db
    .select({ userId: caseFollowers.userId })
    .from(caseFollowers)
    .where(eq(caseFollowers.caseId, caseId));
  return rows.map(({ userId }) => userId);
}

export async function getReadMessageId(db: TenantDb, userId: string, caseId: string): Promise<string | null> {
  const [row] = await db
    .select({ messageId: caseReads.messageId })
    .from(caseReads)
    .where(and(eq(caseReads.userId, userId), eq(caseReads.caseId, caseId)));
  return row?.messageId ?? null;
}

export async function listDrafts(db: TenantDb, userId: string, caseId: string) {
  return db
    .select({ kind: drafts.kind, body: drafts.body, savedAt: drafts.savedAt })
    .from(drafts)
    .where(and(eq(drafts.userId, userId), eq(drafts.caseId, caseId)));
}

export async function listComplaintSteps(db: TenantDb, caseId: string) {
  return db
    .select()
    .from(complaintSteps)
    .where(eq(complaintSteps.caseId, caseId))
    .orderBy(asc(complaintSteps.at));
}
