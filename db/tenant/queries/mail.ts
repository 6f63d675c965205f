import { and, count, desc, eq, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { contacts, messages } from '../schema/contact.ts';
import { mailArrivals, mailCursors } from '../schema/mail.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

export type ArrivalRow = typeof mailArrivals.$inferSelect;

export async function getMailCursor(db: TenantDb, folder: string) {
  const [row] = await db.select().from(mailCursors).where(eq(mailCursors.folder, folder)).limit(1);
  return row ?? null;
}

/** Forward only, unless the server has numbered its mails anew. */
export function moveMailCursor(db: TenantDb, cursor: typeof mailCursors.$inferInsert): Statement {
  const last = sql`case when ${mailCursors.uidValidity} = excluded.uid_validity
    then max(${mailCursors.lastUid}, excluded.last_uid) else excluded.last_uid end`;
  const set = { uidValidity: cursor.uidValidity, lastUid: last, readAt: cursor.readAt };
  return db.insert(mailCursors).values(cursor).onConflictDoUpdate({ target: mailCursors.folder, set });
}

export async function getArrival(db: TenantDb, id: string): Promise<ArrivalRow | null> {
  const [row] = await db.select().from(mailArrivals).where(eq(mailArrivals.id, id)).limit(1);
  return row ?? null;
}

/** How many mails of this kind one sender has written since then. */
export async function countArrivals(
  db: TenantDb,
  from: string,
  state: ArrivalRow['state'],
  since: Date,
): Promise<number> {
  const own = and(eq(mailArrivals.fromAddress, from), gte(mailArrivals.arrivedAt, since));
  const [row] = await db
    .select({ n: count() })
    .from(mailArrivals)
    .where(and(own, eq(mailArrivals.state, state)));
  return row?.n ?? 0;
}

export async function getCaseIdByNumber(db: TenantDb, number: number): Promise<string | null> {
  const [row] = await db.select({ id: cases.id }).from(cases).where(eq(cases.number, number)).limit(1);
  return row?.id ?? null;
}

export async function getCaseIdOfMessage(db: TenantDb, messageId: string): Promise<string | null> {
  const [row] = await db
    .select({ caseId: messages.caseId })
    .from(messages)
    .where(eq(messages.id, messageId))
    .limit(1);
  return row?.caseId ?? null;
}

/** The addresses a case was written from and, of its subscriber, the one in his card; the newest first. */
export async function listAddressesOfCase(db: TenantDb, caseId: string): Promise<string[]> {
  const written = await db
    .select({ address: contacts.address })
    .from(contacts)
    .where(
      and(
        eq(contacts.caseId, caseId),
        inArray(contacts.channel, ['email', 'web']),
        eq(contacts.direction, 'inbound'),
        isNotNull(contacts.address),
      ),
    )
    .orderBy(desc(contacts.id))
    .limit(100);
  const cards = await db
    .select({ address: subscribers.email })
    .from(cases)
    .innerJoin(subscribers, eq(subscribers.id, cases.subscriberId))
    .where(eq(cases.id, caseId));
  const all = [...written, ...cards].flatMap(({ address }) => (address?.includes('@') ? [address] : []));
  return [...new Set(all.map((address) => address.toLowerCase()))];
}

/** What was said in a case before a message, the newest first: notes are nobody's business outside. */
export async function listSaidBefore(db: TenantDb, caseId: string, messageId: string, limit: number) {
  const rows = await db
    .select({
      id: messages.id,
      kind: messages.kind,
      body: messages.body,
      at: messages.at,
      externalId: messages.externalId,
    })
    .from(messages)
    .where(
      and(
        eq(messages.caseId, caseId),
        inArray(messages.kind, ['inbound', 'reply']),
        eq(messages.state, 'sent'),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit + 1);
  return rows.filter(({ id }) => id < messageId).slice(0, limit);
}

/** The subscriber of an e-mail address, when it is the address of one alone; his line, when he has one only. */
export async function findSubscriberByEmail(db: TenantDb, email: string) {
  const found = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(eq(subscribers.email, email))
    .limit(2);
  const [one] = found;
  if (!one || found.length > 1) return null;
  const own = await db.select().from(lines).where(eq(lines.subscriberId, one.id)).limit(2);
  const [line] = own.length === 1 ? own : [];
  return { subscriberId: one.id, lineId: line?.id ?? null, carrier: line?.carrier ?? null };
}
