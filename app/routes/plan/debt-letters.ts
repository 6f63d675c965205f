import { z } from 'zod';
import { printLetters } from '#app/features/outreach/print-letters.ts';
import { letterWays } from '#app/features/outreach/read-letters.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-letters.ts';

const LettersForm = z.object({ way: z.enum(letterWays) });

/** Makes a file for the post of the letters that wait. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(LettersForm, request);
  if (!form.ok) return faulty(form.faults);
  const printed = await printLetters(requestDeskOf(context), form.value.way);
  return printed.ok ? { done: printed.value } : refusal(printed.error);
}
