import { and, count, desc, eq, ne, sql } from 'drizzle-orm';
import type { Channel } from '#app/features/contact/contact.ts';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { contacts } from '../schema/contact.ts';
import { counters } from '../schema/desk.ts';

/** Spelt as in the partial index, so that SQLite sees that it applies. */
const isCarried = sql`${contacts.channel} in ('chat', 'messenger')`;

const isOf = (channel: Channel, address: string) =>
  and(isCarried, eq(contacts.address, address), eq(contacts.channel, channel));

/** In whatever case, closed ones too. */
export async function countContactsOfAddress(db: TenantDb, channel: Channel, address: string) {
  const [row] = await db.select({ n: count() }).from(contacts).where(isOf(channel, address));
  return row?.n ?? 0;
}

/** By the key of the counter: fails the batch that opens a case, if he wrote again since he had so many contacts. */
export function demandContacts(db: TenantDb, channel: Channel, address: string, known: number) {
  const again = { name: sql<string>`'case'`.as('name'), value: count().as('value') };
  const written = db.select(again).from(contacts).where(isOf(channel, address));
  return db.insert(counters).select(written.having(sql`count(*) <> ${known}`));
}

/** The newest case that this person has in this channel and that is not closed. */
export async function getCaseIdOfAddress(db: TenantDb, channel: Channel, address: string) {
  const [row] = await db
    .select({ id: cases.id })
    .from(contacts)
    .innerJoin(cases, eq(cases.id, contacts.caseId))
    .where(and(isOf(channel, address), ne(cases.state, 'closed')))
    .orderBy(desc(contacts.startedAt), desc(contacts.id))
    .limit(1);
  return row?.id ?? null;
}

/** Whom an answer in this channel reaches: who wrote last. */
export async function getLastAddress(db: TenantDb, caseId: string, channel: Channel): Promise<string | null> {
  const own = and(eq(contacts.caseId, caseId), eq(contacts.channel, channel));
  const [row] = await db
    .select({ address: contacts.address })
    .from(contacts)
    .where(and(own, eq(contacts.direction, 'inbound')))
    .orderBy(desc(contacts.startedAt), desc(contacts.id))
    .limit(1);
  return row?.address ?? null;
}
