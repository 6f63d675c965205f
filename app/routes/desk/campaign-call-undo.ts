import { undoCampaignCall } from '#app/features/campaign/record-campaign-call.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/campaign-call-undo.ts';

/** Takes back what was told of a call. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await undoCampaignCall(campaignDeskOf(context), params.campaignCallId);
  return done.ok ? { done: true } : refusal(done.error);
}
