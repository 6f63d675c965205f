import { askTraining } from '#app/features/prediction/ask-training.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/debt-forecast-trainings.ts';

/** Trains the model now. */
export async function action({ context }: Route.ActionArgs) {
  const { db, actor } = context.get(workplaceContext);
  const asked = await askTraining(db, actor, 'nonpayment', context.get(servicesContext).now());
  return asked.ok ? { done: true } : refusal(asked.error);
}
