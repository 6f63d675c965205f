import type { TenantDb } from '#db/open.ts';
import { getPreference } from '#db/tenant/queries/cabinet-pages.ts';
import { listBars, listConsents } from '#db/tenant/queries/outreach.ts';
import { decideNow, readContact } from './read-contact.ts';

const channels = ['call', 'sms', 'messenger', 'email'] as const;

/** How a subscriber may be contacted about his debt now, and the papers behind it. `null`: he is not here. */
export async function readStanding(db: TenantDb, subscriberId: string, now: Date) {
  const standing = await readContact(db, subscriberId, now);
  if (!standing) return null;
  const asked = channels.map((channel) => ({ purpose: 'collection' as const, channel, at: now }));
  return {
    timeZone: standing.facts.timeZone,
    prefers: await getPreference(db, subscriberId),
    channels: asked.map((one) => ({ channel: one.channel, decision: decideNow(standing, one) })),
    bars: await listBars(db, subscriberId, now),
    consents: await listConsents(db, subscriberId),
  };
}
export type ShownStanding = NonNullable<Awaited<ReturnType<typeof readStanding>>>;
