import { HoldingInput, letCardHold } from '#app/features/scorecard/change-scorecard.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/scorecard-holding.ts';

/** Lets the draft of a card hold, and so locks it. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(HoldingInput, request);
  if (!form.ok) return faulty(form.faults);
  const { timeZone } = context.get(workplaceContext).tenant;
  const held = await letCardHold({ ...requestDeskOf(context), timeZone }, params.cardId, form.value.from);
  return held.ok ? { done: true } : refusal(held.error);
}
