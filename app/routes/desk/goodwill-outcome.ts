import { z } from 'zod';
import { tellOutcome } from '#app/features/goodwill/tell-outcome.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/goodwill-outcome.ts';

const OutcomeForm = z.object({ hasStayed: z.enum(['yes', 'no']) });

/** Did the subscriber stay. */
export async function action({ request, params: { decisionId }, context }: Route.ActionArgs) {
  const form = await readForm(OutcomeForm, request);
  if (!form.ok) return faulty(form.faults);
  const hasStayed = form.value.hasStayed === 'yes';
  const told = await tellOutcome(requestDeskOf(context), { decisionId, hasStayed });
  return told.ok ? { done: true } : refusal(told.error);
}
