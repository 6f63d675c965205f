import { eq, inArray } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { contacts } from '../schema/contact.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

/** To whom numbers and addresses belong at this client company: `contact` as it was asked for. */
export async function listContactOwners(
  db: TenantDb,
  { msisdns, emails }: { msisdns: string[]; emails: string[] },
): Promise<{ contact: string; subscriberId: string }[]> {
  const byNumber = msisdns.length
    ? await db
        .select({ contact: lines.msisdn, subscriberId: lines.subscriberId })
        .from(lines)
        .where(inArray(lines.msisdn, msisdns))
    : [];
  const byEmail = emails.length
    ? await db
        .select({ contact: subscribers.email, subscriberId: subscribers.id })
        .from(subscribers)
        .where(inArray(subscribers.email, emails))
    : [];
  return [...byNumber, ...byEmail].flatMap(({ contact, subscriberId }) =>
    contact === null ? [] : [{ contact, subscriberId }],
  );
}

export async function getSubscriber(db: TenantDb, id: string) {
  const [row] = await db.select().from(subscribers).where(eq(subscribers.id, id)).limit(1);
  return row ?? null;
}

export async function getContact(db: TenantDb, id: string) {
  const [row] = await db.select().from(contacts).where(eq(contacts.id, id)).limit(1);
  return row ?? null;
}
