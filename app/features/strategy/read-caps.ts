import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import type { TenantDb } from '#db/open.ts';
import { getContactLimits } from '#db/tenant/queries/strategies.ts';

/** How many contacts the gate lets through as things stand: the client's own limits, or those of the law. */
export async function readCaps(db: TenantDb, now: Date) {
  const { calls, messages } = (await getContactLimits(db, now)) ?? lawfulLimits;
  return { calls, messages };
}
