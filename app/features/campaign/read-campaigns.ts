import { type Actor, can } from '#app/features/access/can.ts';
import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { countSides, getHoldout, listCampaigns } from '#db/tenant/queries/campaigns.ts';

export type CampaignReader = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type CampaignsView = Awaited<ReturnType<typeof readCampaigns>>;

/** All campaigns, the newest first, with who is on which side and how long they are measured yet. */
export async function readCampaigns({ db, actor, now, timeZone }: CampaignReader) {
  const today = dateAt(now.getTime(), timeZone);
  const rows = await listCampaigns(db);
  const campaigns = await Promise.all(
    rows.map(async ({ id, name, kind, state, windowDays, measuredUntil, pool }) => ({
      id,
      name,
      kind,
      state,
      windowDays,
      pool,
      measuredUntil,
      daysLeft:
        measuredUntil && state !== 'finished' ? Math.max(daysBetween(today, measuredUntil) + 1, 0) : null,
      sides: await countSides(db, id),
    })),
  );
  return {
    campaigns,
    mayWrite: can(actor, 'campaign:write'),
    heldOutPercent: (await getHoldout(db, today))?.percent ?? 0,
  };
}
