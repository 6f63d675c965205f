import { z } from 'zod';
import { restoreLine } from '#app/features/suspension/restore-line.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/suspension-restoration.ts';

const RestoreForm = z.object({ version: z.coerce.number().int() });

/** Brings a suspended line back by a lead's word. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(RestoreForm, request);
  if (!form.ok) return faulty(form.faults);
  const restored = await restoreLine(debtDeskOf(context), { ...params, ...form.value });
  return restored.ok ? { done: true } : refusal(restored.error);
}
