import { readSimulation, SimulationInput } from '#app/features/strategy/read-simulation.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt-strategy-simulation.ts';

/** One page of last month's base under rules that are not in force. Writes nothing. */
export function action({ request, params, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, SimulationInput, (desk, input) =>
    readSimulation({ ...desk, timeZone }, params.strategyId, input),
  );
}
