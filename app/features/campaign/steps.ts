import { z } from 'zod';

/** How a campaign speaks: a call is a task for a person. */
export const campaignChannels = ['cabinet', 'email', 'sms', 'messenger', 'call'] as const;
export type CampaignChannel = (typeof campaignChannels)[number];

const CampaignStep = z.strictObject({
  /** Days after the step before it, or after the start. */
  afterDays: z.int().min(0).max(90),
  /** Who did not answer, and who did: `always` takes both. */
  onlyIf: z.enum(['always', 'not-reached', 'not-accepted']),
  channel: z.enum(campaignChannels),
  /** With `{name}`, `{tariff}`, `{offer}`, `{creditor}`, `{phone}` to be filled in. */
  text: z.string().trim().min(1).max(2000),
  /** What is proposed with it. */
  offerId: z.uuid().nullable(),
});
export type CampaignStep = z.infer<typeof CampaignStep>;

export const CampaignSteps = z.array(CampaignStep).max(12);
export type CampaignSteps = z.infer<typeof CampaignSteps>;
