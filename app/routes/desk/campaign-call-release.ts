import { releaseCampaignCall } from '#app/features/campaign/take-campaign-call.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/campaign-call-release.ts';

/** Puts a call back that was not made. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await releaseCampaignCall(campaignDeskOf(context), params.campaignCallId);
  return done.ok ? { done: true } : refusal(done.error);
}
