import { cancelRequest } from '#app/features/request/cancel-request.ts';
import { CancellationsInput } from '#app/features/request/request-inputs.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/cancellations.ts';

/** Takes back what was selected, each on its own: how many went, and how many can no longer. */
export async function action({ request, context }: Route.ActionArgs) {
  const input = CancellationsInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const desk = requestDeskOf(context);
  let done = 0;
  for (const requestId of input.data.requestIds) {
    const cancelled = await cancelRequest(desk, { requestId, reason: 'selection' });
    if (cancelled.ok) done += 1;
  }
  return { done, refused: input.data.requestIds.length - done };
}
