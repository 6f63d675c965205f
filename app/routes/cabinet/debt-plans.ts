import { PlanForm } from '#app/features/cabinet/debt-forms.ts';
import { agreePlan } from '#app/features/promise/agree-plan.ts';
import { cabinetMoneyDesk } from '#app/platform/cabinet-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-plans.ts';

/** He takes the instalments that are offered. */
export async function action({ request, params: { receivableId }, context }: Route.ActionArgs) {
  const form = await readForm(PlanForm, request);
  if (!form.ok) return faulty(form.faults);
  const agreed = await agreePlan(cabinetMoneyDesk(context), { ...form.value, receivableId });
  return agreed.ok ? { done: agreed.value } : refusal(agreed.error);
}
