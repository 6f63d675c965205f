import { data } from 'react-router';
import { readRequestDetail } from '#app/features/request/read-request-detail.ts';
import { RequestPage } from '#app/features/request/request-page.tsx';
import { personContext, servicesContext, workplaceContext } from '#app/platform/context.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/request.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  const { databases, carriers } = context.get(servicesContext);
  const { locale } = context.get(personContext);
  const desk = { db, actor, carriers, locale, control: databases.control };
  const detail = await readRequestDetail(desk, params.requestId);
  if (!detail) throw data(null, { status: 404 });
  return { detail };
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, (texts) => loaderData && `${texts.desk.list.column.number} ${loaderData.detail.number}`);

export default function Request({ loaderData }: Route.ComponentProps) {
  return <RequestPage key={loaderData.detail.id} detail={loaderData.detail} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
