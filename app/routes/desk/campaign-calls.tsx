import { CampaignCallsPage } from '#app/features/campaign/campaign-calls-page.tsx';
import { readCampaignCalls } from '#app/features/campaign/read-campaign-calls.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/campaign-calls.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'offer:propose');
  const list = await readCampaignCalls(requestDeskOf(context));
  return { list, selectedId: new URL(request.url).searchParams.get('call') };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.campaign.calls.title);

export default function CampaignCalls({ loaderData }: Route.ComponentProps) {
  return <CampaignCallsPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
