import { BatchListPage } from '#app/features/batch/batch-list-page.tsx';
import { readBatches } from '#app/features/batch/read-batch.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/batch-list.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'request:batch');
  const { control } = context.get(servicesContext).databases;
  return { batches: await readBatches({ db, control, actor }) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.desk.batch.title);

export default function BatchList({ loaderData }: Route.ComponentProps) {
  return <BatchListPage batches={loaderData.batches} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
