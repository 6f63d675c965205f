import { askTraining } from '#app/features/prediction/ask-training.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/churn-trainings.ts';

/** Trains the model of churn now. */
export async function action({ context }: Route.ActionArgs) {
  const { db, actor } = context.get(workplaceContext);
  const asked = await askTraining(db, actor, 'churn', context.get(servicesContext).now());
  return asked.ok ? { done: true } : refusal(asked.error);
}
