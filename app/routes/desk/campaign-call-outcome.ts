import { CampaignOutcomeForm, recordCampaignCall } from '#app/features/campaign/record-campaign-call.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/campaign-call-outcome.ts';

/** Tells how a call ended. */
export async function action({ request, params: { campaignCallId: callId }, context }: Route.ActionArgs) {
  const form = await readForm(CampaignOutcomeForm, request);
  if (!form.ok) return faulty(form.faults);
  const told = await recordCampaignCall(campaignDeskOf(context), callId, form.value);
  return told.ok ? { done: { callId, outcome: form.value.outcome } } : refusal(told.error);
}
