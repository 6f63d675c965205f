import { readRiskPage } from '#app/features/churn/read-risk-page.ts';
import { RiskPage } from '#app/features/churn/risk-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/churn-risk.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'churn:read');
  return readRiskPage(db, actor, new URL(request.url).searchParams);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.churn.risk.title);

export default function ChurnRisk({ loaderData }: Route.ComponentProps) {
  return <RiskPage view={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
