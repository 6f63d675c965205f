import { LearnedPage } from '#app/features/campaign-proof/learned-page.tsx';
import { readLearned } from '#app/features/campaign-proof/read-learned.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/campaigns-learned.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { actor, db } = context.get(workplaceContext);
  demand(actor, 'campaign:learn');
  return { learned: await readLearned(db) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.proof.learned.title);

export default function CampaignsLearned({ loaderData: { learned } }: Route.ComponentProps) {
  return <LearnedPage learned={learned} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
