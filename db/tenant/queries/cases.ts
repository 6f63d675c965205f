import { and, asc, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Channel } from '#app/features/contact/contact.ts';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, cases } from '../schema/case.ts';
import { contacts, messages } from '../schema/contact.ts';

export type CaseRow = typeof cases.$inferSelect;
export type CaseEventRow = typeof caseEvents.$inferSelect;
export type MessageRow = typeof messages.$inferSelect;

export async function getCase(db: TenantDb, id: string) {
  const [row] = await db.select().from(cases).where(eq(cases.id, id)).limit(1);
  return row ?? null;
}

export async function listCaseEvents(db: TenantDb, caseId: string) {
  return db.select().from(caseEvents).where(eq(caseEvents.caseId, caseId)).orderBy(asc(caseEvents.version));
}

/** Solved cases that nobody touched since, the longest untouched first. */
export async function listSolvedBefore(db: TenantDb, before: Date, limit: number) {
  const isLong = and(sql`${cases.state} = 'solved'`, lt(cases.changedAt, before));
  const long = sql`select ${cases.id} from ${cases} indexed by cases_solved where ${isLong}
    order by ${cases.changedAt} limit ${limit}`;
  return db.select().from(cases).where(sql`${cases.id} in (${long})`).orderBy(asc(cases.changedAt));
}

export async function getMessage(db: TenantDb, id: string) {
  const [row] = await db.select().from(messages).where(eq(messages.id, id)).limit(1);
  return row ?? null;
}

/** Of these messages those that are in the case, oldest first. */
export async function listMessagesOf(db: TenantDb, caseId: string, ids: string[]) {
  return db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), inArray(messages.id, ids)))
    .orderBy(asc(messages.id));
}

export async function getMessageByFormToken(db: TenantDb, formToken: string) {
  const [row] = await db.select().from(messages).where(eq(messages.formToken, formToken)).limit(1);
  return row ?? null;
}

export async function getContactByFormToken(db: TenantDb, formToken: string) {
  const [row] = await db.select().from(contacts).where(eq(contacts.formToken, formToken)).limit(1);
  return row ?? null;
}

/** What others wrote in a case after the message a person saw last; withdrawn replies are nobody's news. */
export async function listNewerMessages(db: TenantDb, caseId: string, seenMessageId: string | null) {
  const written = await db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), ne(messages.state, 'withdrawn')))
    .orderBy(desc(messages.id))
    .limit(50);
  return written.filter(({ id }) => seenMessageId === null || id > seenMessageId).reverse();
}

export async function getMessageByExternalId(db: TenantDb, channel: Channel, externalId: string) {
  const [row] = await db
    .select()
    .from(messages)
    .where(and(eq(messages.channel, channel), eq(messages.externalId, externalId)))
    .limit(1);
  return row ?? null;
}
