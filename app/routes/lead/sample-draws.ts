import { randomInt } from 'node:crypto';
import { drawPlan } from '#app/features/review/draw-plan.ts';
import { PeriodInput } from '#app/features/review/sample-plan.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/sample-draws.ts';

const mostSeed = 2 ** 31;

/** Draws a plan over a period, by a seed nobody chooses. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(PeriodInput, request);
  if (!form.ok) return faulty(form.faults);
  const desk = { ...requestDeskOf(context), timeZone: context.get(workplaceContext).tenant.timeZone };
  const input = { planId: params.planId, ...form.value, seed: randomInt(mostSeed) };
  const drawn = await drawPlan(desk, input);
  return drawn.ok ? { drawn: drawn.value.drawn } : refusal(drawn.error);
}
