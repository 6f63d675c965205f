import type { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { campaigns } from '#db/tenant/schema/campaign.ts';
import {
  type CampaignDesk,
  type CampaignRefused,
  findCampaign,
  forbidden,
  moveCampaign,
} from './campaign-desk.ts';
import type { NewCampaign, PlanInput } from './campaign-input.ts';
import { readyMade } from './ready-made.ts';

/** Begins a campaign as a draft of one of the ready-made kinds. `salt`: what its draw is made with, for good. */
export async function createCampaign(
  { db, actor, now }: CampaignDesk,
  { id, salt, name, kind }: z.infer<typeof NewCampaign> & { id: string; salt: string },
): CampaignRefused<{ id: string }> {
  if (!can(actor, 'campaign:write')) return refuse(forbidden);
  const begun = {
    state: 'draft' as const,
    version: 1,
    createdBy: actor.userId,
    createdAt: now,
    changedAt: now,
  };
  const written = await commit(db, [
    db.insert(campaigns).values({ id, salt, name, kind, ...readyMade[kind], ...begun }),
  ]);
  return written.ok ? ok({ id }) : refuse({ code: 'campaign-name-taken' });
}

/** Saves the plan of a draft. Once it is frozen nothing of it changes any more. */
export async function savePlan(
  desk: CampaignDesk,
  id: string,
  { seen, ...plan }: PlanInput,
): CampaignRefused<{ version: number }> {
  const found = await findCampaign(desk, id, { move: 'edit', seen });
  if (!found.ok) return found;
  const pool = plan.pool === '' ? null : plan.pool;
  return moveCampaign(desk.db, found.value, 'edit', { set: { ...plan, pool }, now: desk.now });
}
