import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callEvents, extensions } from '../schema/call.ts';
import { cases } from '../schema/case.ts';
import { contacts } from '../schema/contact.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

export async function listCallEvents(db: TenantDb, callId: string) {
  return db.select().from(callEvents).where(eq(callEvents.callId, callId)).orderBy(asc(callEvents.place));
}

/** The statement that forgets what was heard before then, so many at once, the oldest first. */
export function oldCallEventsGone(db: TenantDb, before: Date, limit: number): Statement {
  const old = sql`select rowid from ${callEvents} where ${lt(callEvents.heardAt, before)}
    order by ${callEvents.heardAt} limit ${limit}`;
  return db.delete(callEvents).where(sql`rowid in (${old})`);
}

export async function getContactOfCall(db: TenantDb, callId: string) {
  const own = and(eq(contacts.channel, 'call'), eq(contacts.externalId, callId));
  const [row] = await db.select().from(contacts).where(own).limit(1);
  return row ?? null;
}

/** Who sits at a telephone of the exchange. */
export async function getUserAtExtension(db: TenantDb, number: string): Promise<string | null> {
  const [row] = await db.select().from(extensions).where(eq(extensions.number, number)).limit(1);
  return row?.userId ?? null;
}

export async function listExtensions(db: TenantDb) {
  return db.select().from(extensions).orderBy(asc(extensions.number));
}

/** The line of an E.164 number with its owner. */
export async function getLineByNumber(db: TenantDb, msisdn: string) {
  const [row] = await db.select().from(lines).where(eq(lines.msisdn, msisdn)).limit(1);
  return row ?? null;
}

/** Calls that ring or are spoken at this person's telephone, the newest first. */
export async function listCallsInHand(db: TenantDb, userId: string, since: Date) {
  return db
    .select({ contact: contacts, line: lines, subscriber: subscribers })
    .from(contacts)
    .leftJoin(lines, eq(lines.id, contacts.lineId))
    .leftJoin(subscribers, eq(subscribers.id, contacts.subscriberId))
    .where(
      and(
        eq(contacts.agentId, userId),
        gte(contacts.startedAt, since),
        eq(contacts.channel, 'call'),
        isNull(contacts.endedAt),
      ),
    )
    .orderBy(desc(contacts.startedAt))
    .limit(3);
}

export async function listOpenCasesOf(db: TenantDb, subscriberId: string) {
  return db
    .select({ id: cases.id, number: cases.number, subject: cases.subject, state: cases.state })
    .from(cases)
    .where(and(eq(cases.subscriberId, subscriberId), inArray(cases.state, ['new', 'open', 'waiting'])))
    .orderBy(desc(cases.id))
    .limit(5);
}

export async function listContactsOfCalls(db: TenantDb, callIds: string[]) {
  return db
    .select()
    .from(contacts)
    .where(and(eq(contacts.channel, 'call'), inArray(contacts.externalId, callIds)));
}

/** The lines of E.164 numbers. */
export async function listLinesByNumber(db: TenantDb, msisdns: string[]) {
  if (msisdns.length === 0) return [];
  return db
    .select({ id: lines.id, msisdn: lines.msisdn, subscriberId: lines.subscriberId })
    .from(lines)
    .where(inArray(lines.msisdn, msisdns));
}

/** The call the exchange told this person of, from that number, that is in no case yet; the newest. */
export async function getCallToLog(
  db: TenantDb,
  userId: string,
  lineId: string | null,
  since: Date,
): Promise<string | null> {
  const [row] = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.agentId, userId),
        gte(contacts.startedAt, since),
        eq(contacts.channel, 'call'),
        isNotNull(contacts.externalId),
        isNull(contacts.caseId),
        lineId === null ? isNull(contacts.lineId) : eq(contacts.lineId, lineId),
      ),
    )
    .orderBy(desc(contacts.startedAt))
    .limit(1);
  return row?.id ?? null;
}
