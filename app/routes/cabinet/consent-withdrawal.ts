import { WithdrawalInput, withdrawConsents } from '#app/features/outreach/own-consents.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import type { Route } from './+types/consent-withdrawal.ts';

/** He takes back what he agreed to: it holds from this instant. */
export async function action({ request, context }: Route.ActionArgs) {
  const { db, open } = context.get(cabinetContext);
  const form = await readForm(WithdrawalInput, request);
  if (!form.ok) return faulty(form.faults);
  const now = context.get(servicesContext).now();
  await withdrawConsents({ db, subscriberId: open.subscriberId, now }, form.value);
  return { done: true };
}
