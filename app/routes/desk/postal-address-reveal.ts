import { revealPostalAddress } from '#app/features/subscriber/reveal-address.ts';
import { RevealInput } from '#app/features/subscriber/reveal-number.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/postal-address-reveal.ts';

/** Where the subscriber's letters go, once its reason is in the access log. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const input = RevealInput.safeParse(await readJson(request));
  if (!input.success) return faulty(faultsOf(input.error.issues));
  const revealed = await revealPostalAddress(requestDeskOf(context), { ...params, ...input.data });
  return revealed.ok ? revealed.value : refusal(revealed.error);
}
