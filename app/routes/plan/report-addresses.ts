import { askAddress } from '#app/features/report-mail/ask-address.ts';
import { AddressInput } from '#app/features/report-mail/report-mail.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/report-addresses.ts';

/** Asks an address whether it wants reports. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(AddressInput, request);
  if (!form.ok) return faulty(form.faults);
  const asked = await askAddress(requestDeskOf(context), form.value);
  return asked.ok ? { done: asked.value } : refusal(asked.error);
}
