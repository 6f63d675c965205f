import type { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, refuse } from '#app/platform/result.ts';
import { getCampaign, getHoldout } from '#db/tenant/queries/campaigns.ts';
import { type CampaignDesk, type CampaignRefused, forbidden } from './campaign-desk.ts';
import { PlanInput } from './campaign-input.ts';
import { type EffectForecast, forecastEffect, type Sides, sidesOf } from './forecast-effect.ts';
import { type AudiencePreview, previewAudience } from './preview-audience.ts';

export const AudienceInput = PlanInput.pick({ conditions: true, controlPercent: true, windowDays: true });

export type CountedAudience = AudiencePreview & { sides: Sides; effect: EffectForecast };

/** Who would be in a campaign's audience by these conditions, on which side, and what that could show. */
export async function previewCampaign(
  { db, actor, now, timeZone }: CampaignDesk,
  id: string,
  asked: z.infer<typeof AudienceInput> & { carriers: readonly string[] },
): CampaignRefused<CountedAudience> {
  if (!can(actor, 'campaign:write')) return refuse(forbidden);
  const campaign = await getCampaign(db, id);
  if (!campaign) return refuse({ code: 'campaign-not-found' });
  const { kind } = campaign;
  const { conditions, controlPercent, windowDays, carriers } = asked;
  const today = dateAt(now.getTime(), timeZone);
  const counted = await previewAudience(db, { id, kind, conditions, today }, carriers);
  const sides = sidesOf(counted.people, (await getHoldout(db, today))?.percent ?? 0, controlPercent);
  const risk = counted.foretold > 0 ? counted.risk / counted.foretold / 1000 : null;
  return ok({ ...counted, sides, effect: forecastEffect({ kind, windowDays }, sides, risk) });
}
