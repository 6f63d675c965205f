import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getContact, getSubscriber } from '#db/tenant/queries/contact-owners.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import type { RevealDesk } from './reveal-number.ts';

export type AddressRefusal =
  | { code: 'forbidden'; action: 'subscriber:reveal' }
  | { code: 'address-not-found' };
type Revealed = Promise<Result<{ address: string }, AddressRefusal>>;

/** Nobody's yet: whoever wrote is not known. */
const unknownSubscriber = 'unknown';

/** The full e-mail address of a subscriber, once its reader, reason and time stand in the access log. */
export async function revealEmail(
  desk: RevealDesk,
  { subscriberId, reason }: { subscriberId: string; reason: string },
): Revealed {
  const email = (await getSubscriber(desk.db, subscriberId))?.email ?? null;
  return reveal(desk, email, { subscriberId, field: `email:${subscriberId}`, reason });
}

/** Where a subscriber's letters go, on the same condition. */
export async function revealPostalAddress(
  desk: RevealDesk,
  { subscriberId, reason }: { subscriberId: string; reason: string },
): Revealed {
  const address = (await getSubscriber(desk.db, subscriberId))?.postalAddress ?? null;
  return reveal(desk, address, { subscriberId, field: `postal-address:${subscriberId}`, reason });
}

/** The full address from which, or to which, one contact went. */
export async function revealContact(
  desk: RevealDesk,
  { contactId, reason }: { contactId: string; reason: string },
): Revealed {
  const contact = await getContact(desk.db, contactId);
  const subscriberId = contact?.subscriberId ?? unknownSubscriber;
  return reveal(desk, contact?.address ?? null, { subscriberId, field: `contact:${contactId}`, reason });
}

async function reveal(
  { db, actor, now }: RevealDesk,
  address: string | null,
  entry: { subscriberId: string; field: string; reason: string },
): Revealed {
  if (!can(actor, 'subscriber:reveal')) return refuse({ code: 'forbidden', action: 'subscriber:reveal' });
  if (!address) return refuse({ code: 'address-not-found' });
  await commit(db, [db.insert(accessLog).values({ id: uuid(), at: now, userId: actor.userId, ...entry })]);
  return ok({ address });
}
