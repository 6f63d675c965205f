import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Channel } from '#app/features/contact/contact.ts';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { contacts } from '../schema/contact.ts';

/** Spelt as in the partial index, so that SQLite sees that it applies. */
const isCarried = sql`${contacts.channel} in ('chat', 'messenger')`;

/** The newest case that this person has in this channel and that is not closed. */
export async function getCaseIdOfAddress(db: TenantDb, channel: Channel, address: string) {
  const [row] = await db
    .select({ id: cases.id })
    .from(contacts)
    .innerJoin(cases, eq(cases.id, contacts.caseId))
    .where(
      and(isCarried, eq(contacts.address, address), eq(contacts.channel, channel), ne(cases.state, 'closed')),
    )
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
