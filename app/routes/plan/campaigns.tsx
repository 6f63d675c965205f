import { redirect } from 'react-router';
import { v7 as uuid } from 'uuid';
import { NewCampaign } from '#app/features/campaign/campaign-input.ts';
import { CampaignsPage } from '#app/features/campaign/campaigns-page.tsx';
import { createCampaign } from '#app/features/campaign/change-campaign.ts';
import { readCampaigns } from '#app/features/campaign/read-campaigns.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/campaigns.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'campaign:read');
  return readCampaigns(campaignDeskOf(context));
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(NewCampaign, request);
  if (!form.ok) return faulty(form.faults);
  const drawn = { id: uuid(), salt: crypto.randomUUID() };
  const created = await createCampaign(campaignDeskOf(context), { ...drawn, ...form.value });
  if (!created.ok) return refusal(created.error);
  return redirect(`/t/${params.tenant}/plan/campaigns/${created.value.id}`);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.campaign.title);

export default function Campaigns({ loaderData, actionData }: Route.ComponentProps) {
  return <CampaignsPage {...loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
