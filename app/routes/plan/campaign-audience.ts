import { AudienceInput, previewCampaign } from '#app/features/campaign/preview-campaign.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { carrierChoicesFor } from '#app/platform/carrier-titles.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/campaign-audience.ts';

/** Counts whom conditions fit that may not be saved yet. Changes nothing. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const asked = AudienceInput.safeParse(await readJson(request));
  if (!asked.success) return faulty(faultsOf(asked.error.issues));
  const carriers = carrierChoicesFor(context).map(({ value }) => value);
  const counted = await previewCampaign(campaignDeskOf(context), params.campaignId, {
    ...asked.data,
    carriers,
  });
  return counted.ok ? { counted: counted.value } : refusal(counted.error);
}
