import { and, eq, sql } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callForFound } from '#db/outbox.ts';
import { type CampaignRow, getCampaign } from '#db/tenant/queries/campaigns.ts';
import { campaigns } from '#db/tenant/schema/campaign.ts';
import { type CampaignMove, decideCampaign } from './campaign-moves.ts';
import type { CampaignRefusal } from './campaign-refusal.ts';

export type CampaignDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type CampaignRefused<T> = Promise<Result<T, CampaignRefusal>>;
export const forbidden = { code: 'forbidden', action: 'campaign:write' } as const;

/** A campaign that this person may move so from where it stands; `seen`: the version that he was shown. */
export async function findCampaign(
  { db, actor }: CampaignDesk,
  id: string,
  { move, seen }: { move: CampaignMove; seen: number },
): CampaignRefused<CampaignRow> {
  if (!can(actor, 'campaign:write')) return refuse(forbidden);
  const campaign = await getCampaign(db, id);
  if (!campaign) return refuse({ code: 'campaign-not-found' });
  const decided = decideCampaign(campaign.state, move);
  if (!decided.ok) return decided;
  return campaign.version === seen ? ok(campaign) : refuse({ code: 'campaign-changed' });
}

/** Moves a campaign by the table, with whatever belongs to it, unless somebody was faster. */
export async function moveCampaign(
  db: TenantDb,
  campaign: CampaignRow,
  move: CampaignMove,
  { set, calls, now }: { set: Partial<CampaignRow>; calls?: 'campaign-draw' | 'campaign-step'; now: Date },
): CampaignRefused<{ version: number }> {
  const decided = decideCampaign(campaign.state, move);
  if (!decided.ok) return decided;
  const version = campaign.version + 1;
  const isSame = and(eq(campaigns.id, campaign.id), eq(campaigns.version, campaign.version));
  const changed = { ...set, state: decided.to, version, changedAt: now };
  const written = await commit(
    db,
    [
      db.update(campaigns).set(changed).where(isSame),
      ...(calls ? [callIfMoved(db, { id: campaign.id, version, now }, calls)] : []),
    ],
    [{ topic: 'campaign', id: campaign.id }],
  );
  if (!written.ok) return refuse({ code: 'campaign-name-taken' });
  return written.results[0]?.rowsAffected === 1 ? ok({ version }) : refuse({ code: 'campaign-changed' });
}

/** Calls for work on a campaign, if the move before it in the batch was made. */
function callIfMoved(
  db: TenantDb,
  { id, version, now }: { id: string; version: number; now: Date },
  queue: 'campaign-draw' | 'campaign-step',
): Statement {
  const payload = sql`json_object('campaignId', ${id})`;
  const from = sql`from ${campaigns} where id = ${id} and version = ${version} and changed_at = ${now.getTime()}`;
  return callForFound(db, { queue, gate: queue, lane: 'bulk', dueAt: now }, { payload, from }, now);
}
