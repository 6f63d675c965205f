import { recheckCoaching } from '#app/features/coaching/coach-agent.ts';
import { RecheckInput } from '#app/features/coaching/coaching.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/coaching-recheck.ts';

/** Somebody looks again whether it has helped. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(RecheckInput, request);
  if (!form.ok) return faulty(form.faults);
  const { timeZone } = context.get(workplaceContext).tenant;
  const looked = await recheckCoaching(
    { ...requestDeskOf(context), timeZone },
    params.coachingId,
    form.value,
  );
  return looked.ok ? { done: true } : refusal(looked.error);
}
