import { BatchForm } from '#app/features/batch/batch-form.ts';
import { createBatch } from '#app/features/batch/create-batch.ts';
import { NewBatchPage } from '#app/features/batch/new-batch-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/batch-new.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'request:batch');
  return null;
}

/** Makes one request of every number that will do. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = BatchForm.safeParse(await readJson(request));
  if (!form.success) return faulty(faultsOf(form.error.issues));
  const created = await createBatch(requestDeskOf(context), form.data);
  return created.ok ? { created: created.value } : refusal(created.error);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.desk.batch.new);

export default function BatchNew() {
  return <NewBatchPage />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
