import { data } from 'react-router';
import { CasePage } from '#app/features/case/case-page.tsx';
import { readCaseDetail } from '#app/features/case/read-case-detail.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/case.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  const { databases, now } = context.get(servicesContext);
  const reader = { db, actor, control: databases.control, now: now() };
  const detail = await readCaseDetail(reader, params.caseId);
  if (!detail) throw data(null, { status: 404 });
  return { detail };
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData && `№ ${loaderData.detail.number} ${loaderData.detail.subject}`);

export default function Case({ loaderData }: Route.ComponentProps) {
  return <CasePage key={loaderData.detail.id} detail={loaderData.detail} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
