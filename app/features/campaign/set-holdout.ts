import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getHoldout } from '#db/tenant/queries/campaigns.ts';
import { holdouts } from '#db/tenant/schema/campaign.ts';
import { type CampaignDesk, type CampaignRefused, forbidden } from './campaign-desk.ts';

export const HoldoutInput = z.object({ percent: z.coerce.number('required').int().min(0).max(20) });

/**
 * Sets whom every campaign drawn from today on leaves alone. The salt stays, so that a larger share holds everybody
 * whom a smaller one held; the members of campaigns drawn before stay on their sides.
 */
export async function setHoldout(
  { db, actor, now, timeZone }: CampaignDesk,
  { id, salt, percent }: z.infer<typeof HoldoutInput> & { id: string; salt: string },
): CampaignRefused<null> {
  if (!can(actor, 'campaign:write')) return refuse(forbidden);
  const from = dateAt(now.getTime(), timeZone);
  const kept = (await getHoldout(db, from))?.salt ?? salt;
  const set = { percent, setBy: actor.userId, setAt: now };
  const row = { id, from, salt: kept, ...set };
  const written = await commit(db, [
    db.insert(holdouts).values(row).onConflictDoUpdate({ target: holdouts.from, set }),
  ]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
