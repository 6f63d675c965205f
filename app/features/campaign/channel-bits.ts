import { type CampaignChannel, campaignChannels } from './steps.ts';

/** A bit a channel, in their order. */
export function bitOf(channel: CampaignChannel): number {
  return 1 << campaignChannels.indexOf(channel);
}

export const everyChannel = (1 << campaignChannels.length) - 1;
