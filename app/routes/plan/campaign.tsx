import { data } from 'react-router';
import { PlanInput } from '#app/features/campaign/campaign-input.ts';
import { CampaignPage } from '#app/features/campaign/campaign-page.tsx';
import { savePlan } from '#app/features/campaign/change-campaign.ts';
import { readCampaign } from '#app/features/campaign/read-campaign.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { carrierChoicesFor } from '#app/platform/carrier-titles.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import type { Route } from './+types/campaign.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'campaign:read');
  const carriers = carrierChoicesFor(context);
  const campaign = await readCampaign(campaignDeskOf(context), params.campaignId, carriers);
  if (!campaign) throw data(null, { status: 404 });
  return { campaign };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const plan = PlanInput.safeParse(await readJson(request));
  if (!plan.success) return faulty(faultsOf(plan.error.issues));
  const saved = await savePlan(campaignDeskOf(context), params.campaignId, plan.data);
  return saved.ok ? { saved: saved.value.version } : refusal(saved.error);
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.campaign.name);

export default function Campaign({ loaderData: { campaign } }: Route.ComponentProps) {
  return <CampaignPage key={campaign.id} campaign={campaign} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
