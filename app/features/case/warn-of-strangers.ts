import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import { listWorkplaces } from '#db/control/queries/workplaces.ts';
import type { Databases, TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getSubscriber, listContactOwners } from '#db/tenant/queries/contact-owners.ts';
import { contactsIn } from './find-strangers.ts';

/**
 * A number or address in a reply that is not this case's subscriber's. `client`: the name of the other client
 * company it belongs to; none: another subscriber's of this one, named in `who`.
 */
export type Stranger = { contact: string; client: string | null; who: string | null };

/** Looks only at client companies where this person works: he learns nothing he could not open himself. */
export async function warnOfStrangers(
  { db, databases, userId }: { db: TenantDb; databases: Databases; userId: string },
  { caseId, text }: { caseId: string; text: string },
): Promise<Stranger[]> {
  const contacts = contactsIn(text);
  if (contacts.msisdns.length + contacts.emails.length === 0) return [];
  const own = (await getCase(db, caseId))?.subscriberId ?? null;
  const here = await listContactOwners(db, contacts);
  const known = new Set(here.map(({ contact }) => contact));
  const strangers = await Promise.all(
    here
      .filter(({ subscriberId }) => subscriberId !== own)
      .map(async ({ contact, subscriberId }) => ({
        contact: shown(contact),
        client: null,
        who: (await getSubscriber(db, subscriberId))?.name ?? null,
      })),
  );
  const places = await listWorkplaces(databases.control, userId);
  const elsewhere = await Promise.all(
    places
      .filter(({ id }) => id !== db.tenantId)
      .map(async ({ id, name }) => {
        const owners = await listContactOwners(await databases.openTenant(id), contacts);
        const foreign = owners.filter(({ contact }) => !known.has(contact));
        return foreign.map(({ contact }) => ({ contact: shown(contact), client: name, who: null }));
      }),
  );
  return [...elsewhere.flat(), ...strangers];
}

function shown(contact: string): string {
  return contact.startsWith('+') ? maskMsisdn(contact) : contact;
}
