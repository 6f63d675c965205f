import { printLetters } from '#app/features/outreach/print-letters.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-letters.ts';

/** Makes a file for the post of the letters that wait. */
export async function action({ context }: Route.ActionArgs) {
  const printed = await printLetters(requestDeskOf(context));
  return printed.ok ? { done: printed.value } : refusal(printed.error);
}
