import { and, eq, sql } from 'drizzle-orm';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { callForFound } from '#db/outbox.ts';
import { countSides, listDueCampaigns, listOverCampaigns } from '#db/tenant/queries/campaigns.ts';
import { listCurrentOffers } from '#db/tenant/queries/offers.ts';
import { campaignCalls } from '#db/tenant/schema/campaign.ts';
import { type CampaignDesk, type CampaignRefused, findCampaign, moveCampaign } from './campaign-desk.ts';
import { findCampaignFaults } from './campaign-faults.ts';

type Moved = CampaignRefused<{ version: number }>;

/** Sends from now on. Its measured window is fixed here, before the first contact, and never moves. */
export async function startCampaign(desk: CampaignDesk, id: string, seen: number): Moved {
  const { db, now, timeZone } = desk;
  const found = await findCampaign(desk, id, { move: 'start', seen });
  if (!found.ok) return found;
  const { treated, control } = await countSides(db, id);
  if (treated === 0 || control === 0) return refuse({ code: 'campaign-nobody' });
  const offers = new Set((await listCurrentOffers(db)).map((offer) => offer.id));
  const faults = findCampaignFaults(found.value, offers);
  if (faults.length > 0) return refuse({ code: 'campaign-faulty', faults });
  const measuredFrom = dateAt(now.getTime(), timeZone);
  const measuredUntil = addDays(measuredFrom, found.value.windowDays - 1);
  const set = { startedAt: now, measuredFrom, measuredUntil };
  return moveCampaign(db, found.value, 'start', { set, calls: 'campaign-step', now });
}

/** Nothing more goes out until it is resumed; its window runs on. */
export async function pauseCampaign(desk: CampaignDesk, id: string, seen: number): Moved {
  const found = await findCampaign(desk, id, { move: 'pause', seen });
  return found.ok ? moveCampaign(desk.db, found.value, 'pause', { set: {}, now: desk.now }) : found;
}

/** Goes on where it stood: whoever was sent a step's message is not sent it again. */
export async function resumeCampaign(desk: CampaignDesk, id: string, seen: number): Moved {
  const found = await findCampaign(desk, id, { move: 'resume', seen });
  if (!found.ok) return found;
  return moveCampaign(desk.db, found.value, 'resume', { set: {}, calls: 'campaign-step', now: desk.now });
}

/** Contacts nobody any more, for good. It is measured all the same: whom it was drawn for does not change. */
export async function stopCampaign(desk: CampaignDesk, id: string, seen: number): Moved {
  const found = await findCampaign(desk, id, { move: 'stop', seen });
  if (!found.ok) return found;
  const stopped = await moveCampaign(desk.db, found.value, 'stop', { set: {}, now: desk.now });
  if (stopped.ok) await commit(desk.db, [dropCalls(desk.db, id)]);
  return stopped;
}

/** Calls for whatever of the campaigns is due, and ends those whose window is over. */
export async function wakeCampaigns(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  const tenant = await getTenant(control, db.tenantId);
  if (!tenant) return;
  for (const campaign of await listOverCampaigns(db, dateAt(now.getTime(), tenant.timeZone))) {
    await commit(db, [dropCalls(db, campaign.id)]);
    await moveCampaign(db, campaign, 'finish', { set: {}, now });
  }
  for (const { id, state } of await listDueCampaigns(db, now)) {
    await commit(db, [callOnce(db, state === 'freezing' ? 'campaign-draw' : 'campaign-step', { id, now })]);
  }
}

/** Calls for work on a campaign that nobody has called for yet. */
function callOnce(db: TenantDb, queue: string, { id, now }: { id: string; now: Date }): Statement {
  const isOfIt = sql`from outbox where gate = ${queue} and payload ->> 'campaignId' = ${id}`;
  const from = sql`where not exists (select 1 ${isOfIt} and admitted_at is not null)
    and not exists (select 1 ${isOfIt} and admitted_at is null and parked_reason is null)`;
  const payload = sql`json_object('campaignId', ${id})`;
  return callForFound(db, { queue, gate: queue, lane: 'bulk', dueAt: now }, { payload, from }, now);
}

function dropCalls(db: TenantDb, campaignId: string): Statement {
  const isOpen = and(eq(campaignCalls.campaignId, campaignId), eq(campaignCalls.state, 'open'));
  return db.update(campaignCalls).set({ state: 'dropped' }).where(isOpen);
}
