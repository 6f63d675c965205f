import { data } from 'react-router';
import { BatchPage } from '#app/features/batch/batch-page.tsx';
import { readBatch } from '#app/features/batch/read-batch.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/batch.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'request:batch');
  const { control } = context.get(servicesContext).databases;
  const batch = await readBatch({ db, control, actor }, params.batchId);
  if (!batch) throw data(null, { status: 404 });
  return { batch };
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.batch.title);

export default function Batch({ loaderData }: Route.ComponentProps) {
  return <BatchPage batch={loaderData.batch} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
