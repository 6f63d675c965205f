import { z } from 'zod';
import { confirmSuspension } from '#app/features/suspension/decide-proposal.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/suspension-confirmation.ts';

const ConfirmForm = z.object({ version: z.coerce.number().int() });

/** A person's yes to a suspension. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(ConfirmForm, request);
  if (!form.ok) return faulty(form.faults);
  const confirmed = await confirmSuspension(debtDeskOf(context), { ...params, ...form.value });
  return confirmed.ok ? { done: true } : refusal(confirmed.error);
}
