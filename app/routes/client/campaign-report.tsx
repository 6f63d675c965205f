import { readTried } from '#app/features/campaign-proof/read-learned.ts';
import { ReportPage } from '#app/features/campaign-proof/report-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/campaign-report.ts';

/** For the client company: what its campaigns caused, without a word of any person. */
export async function loader({ context }: Route.LoaderArgs) {
  const { actor, db } = context.get(workplaceContext);
  demand(actor, 'campaign:read');
  return { campaigns: await readTried(db) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.proof.report.title);

export default function CampaignReport({ loaderData: { campaigns } }: Route.ComponentProps) {
  return <ReportPage campaigns={campaigns} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
