import { PromiseForm } from '#app/features/cabinet/debt-forms.ts';
import { makePromise } from '#app/features/promise/make-promise.ts';
import { cabinetMoneyDesk } from '#app/platform/cabinet-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-promises.ts';

/** He promises to pay a sum by a date. */
export async function action({ request, params: { receivableId }, context }: Route.ActionArgs) {
  const form = await readForm(PromiseForm, request);
  if (!form.ok) return faulty(form.faults);
  const { on, kopecks, ...rest } = form.value;
  const asked = { ...rest, receivableId, parts: [{ on, kopecks }] };
  const made = await makePromise(cabinetMoneyDesk(context), asked);
  return made.ok ? { done: made.value } : refusal(made.error);
}
