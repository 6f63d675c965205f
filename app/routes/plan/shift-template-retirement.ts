import { retireTemplate } from '#app/features/shift/save-template.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-template-retirement.ts';

/** Plans with this template no more. */
export async function action({ params, context }: Route.ActionArgs) {
  const retired = await retireTemplate(shiftDeskOf(context), params.templateId);
  return retired.ok ? { done: retired.value } : refusal(retired.error);
}
