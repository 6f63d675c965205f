/** What a campaign is for: to keep who may leave, to bring back who left, to tell whom it concerns. */
export const campaignKinds = ['prevention', 'win-back', 'information'] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** Its audience is drawn once, while `freezing`; `stopped` sends nothing more and is measured all the same. */
export const campaignStates = [
  'draft',
  'freezing',
  'frozen',
  'running',
  'paused',
  'stopped',
  'finished',
] as const;
export type CampaignState = (typeof campaignStates)[number];

/** `control`: drawn for this campaign; `held-out`: drawn to be left alone by every campaign of the quarter. */
export const campaignArms = ['treated', 'control', 'held-out'] as const;
export type CampaignArm = (typeof campaignArms)[number];

/** Days in which a campaign is measured, chosen before the first contact. */
export const measuredWindows = [30, 60, 90] as const;
export type MeasuredWindow = (typeof measuredWindows)[number];

/** How a call for a campaign ended. `accepted`: what was offered; `reached`: he listened, and nothing was settled. */
export const campaignCallOutcomes = ['accepted', 'declined', 'reached', 'no-answer', 'wrong-person'] as const;
export type CampaignCallOutcome = (typeof campaignCallOutcomes)[number];
