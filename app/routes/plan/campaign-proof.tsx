import { data } from 'react-router';
import { ProofPage } from '#app/features/campaign-proof/proof-page.tsx';
import { readProof } from '#app/features/campaign-proof/read-proof.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/campaign-proof.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { actor, db } = context.get(workplaceContext);
  demand(actor, 'campaign:learn');
  const view = await readProof({ db, actor }, params.campaignId);
  if (!view) throw data(null, { status: 404 });
  return { view };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.proof.title);

export default function CampaignProof({ loaderData: { view } }: Route.ComponentProps) {
  return <ProofPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
