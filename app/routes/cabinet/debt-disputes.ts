import { DisputeForm } from '#app/features/cabinet/debt-forms.ts';
import { openDebtDispute } from '#app/features/receivable/open-debt-dispute.ts';
import { cabinetMoneyDesk } from '#app/platform/cabinet-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-disputes.ts';

/** He says that he does not owe a charge, or any of it. */
export async function action({ request, params: { receivableId }, context }: Route.ActionArgs) {
  const form = await readForm(DisputeForm, request);
  if (!form.ok) return faulty(form.faults);
  const opened = await openDebtDispute(cabinetMoneyDesk(context), { ...form.value, receivableId });
  return opened.ok ? { done: opened.value } : refusal(opened.error);
}
