import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { commit } from '#db/commit.ts';
import { contactRules } from '#db/tenant/schema/outreach.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { connectChannels, type DemoChannel, hostChannels, joinMessengers } from '#seeds/demo-channels.ts';
import type { SeedServices } from '#seeds/demo-world.ts';
import type { Draws } from '#seeds/draws.ts';
import type { TenantPlan } from '#seeds/plan.ts';

/** The other ends of contacts live in the harness and survive; whom to contact, in each tenant. */
export type ContactWorld = { channels: DemoChannel[]; people: { tenantId: string; subscriberId: string }[] };

const allDay = { from: '00:00', to: '23:59' };
/** So few that most of them come to a cap while the desk dies around them. */
const peopleOfTenant = 120;

/** Lawful caps, but hours that let a test run at any time of the day. */
export async function openContactWorld(
  services: SeedServices,
  plans: TenantPlan[],
  startedAt: Date,
): Promise<ContactWorld> {
  const channels = await hostChannels(plans, 0, startedAt);
  await connectChannels(services, channels, 'harness');
  await joinMessengers(services, channels, 'http://127.0.0.1');
  const people: ContactWorld['people'] = [];
  for (const { mail } of channels) {
    const db = await services.databases.openTenant(mail.tenantId);
    const limits = { ...lawfulLimits, workingDays: allDay, daysOff: allDay };
    const speaks = { mode: 'creditor' as const, creditorName: 'Волна', creditorPhone: '+74951234567' };
    const from = new Date('2026-01-01');
    await commit(db, [
      db.insert(contactRules).values({ id: uuid(), from, ...speaks, limits, setBy: 'harness', setAt: from }),
      db
        .update(subscribers)
        .set({ kind: 'person', timeZone: 'Europe/Moscow', email: sql`${subscribers.id} || '@mail.example'` }),
    ]);
    const rows = await db.select({ id: subscribers.id }).from(subscribers).limit(peopleOfTenant);
    people.push(...rows.map(({ id }) => ({ tenantId: mail.tenantId, subscriberId: id })));
  }
  return { channels, people };
}

/** Gateways that are busy now and then, or take a message and do not say so. */
export function disturbContacts({ channels }: ContactWorld, draws: Draws | null): void {
  for (const { messenger } of channels)
    messenger.turn(() => (draws ? draws.weigh({ taken: 92, busy: 4, broken: 4 }) : 'taken'));
}
