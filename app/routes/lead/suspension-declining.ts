import { z } from 'zod';
import { declineSuspension } from '#app/features/suspension/decide-proposal.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/suspension-declining.ts';

const DeclineForm = z.object({
  version: z.coerce.number().int(),
  why: z.string().trim().min(3, 'short').max(500, 'long'),
});

/** A person's no to a suspension, and why. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(DeclineForm, request);
  if (!form.ok) return faulty(form.faults);
  const declined = await declineSuspension(debtDeskOf(context), { ...params, ...form.value });
  return declined.ok ? { done: true } : refusal(declined.error);
}
