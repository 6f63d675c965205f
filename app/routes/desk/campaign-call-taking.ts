import { takeCampaignCall } from '#app/features/campaign/take-campaign-call.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/campaign-call-taking.ts';

/** Gives a call to whoever asks first. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await takeCampaignCall(campaignDeskOf(context), params.campaignCallId);
  return done.ok ? { done: true } : refusal(done.error);
}
