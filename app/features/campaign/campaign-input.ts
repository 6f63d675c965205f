import { z } from 'zod';
import { campaignKinds, measuredWindows } from './campaign.ts';
import { Conditions } from './conditions.ts';
import { CampaignSteps } from './steps.ts';

/** What a campaign is begun with: one of the kinds ready made, under a name. */
export const NewCampaign = z.object({
  name: z.string().trim().min(1, 'required').max(120, 'long'),
  kind: z.enum(campaignKinds, { error: 'required' }),
});

/** The whole plan, as its page sends it. `seen`: the version it was opened at. */
export const PlanInput = z.strictObject({
  name: z.string().trim().min(1, 'required').max(120, 'long'),
  purpose: z.enum(['advertising', 'service']),
  conditions: Conditions,
  steps: CampaignSteps,
  controlPercent: z.int().min(0).max(90),
  windowDays: z.union(measuredWindows.map((days) => z.literal(days))),
  pool: z.string().trim().max(120, 'long').nullable(),
  contactKopecks: z.int().min(0).max(100_000_000),
  callsADay: z.int().min(1).max(100_000),
  seen: z.int(),
});
export type PlanInput = z.infer<typeof PlanInput>;

export const SeenInput = z.object({ version: z.coerce.number().int() });
