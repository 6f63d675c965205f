import { z } from 'zod';
import { confirmAccount } from '#app/features/suspension/confirm-account.ts';
import { measures } from '#app/features/suspension/suspension.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/account-confirmation.ts';

const AccountForm = z.object({ measure: z.enum(measures), lines: z.coerce.number().int().min(1) });

/** A person's one yes for all lines of a debt. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(AccountForm, request);
  if (!form.ok) return faulty(form.faults);
  const confirmed = await confirmAccount(debtDeskOf(context), { ...params, ...form.value });
  return confirmed.ok ? { done: true } : refusal(confirmed.error);
}
