import { DefinitionInput } from '#app/features/churn/definition.ts';
import { setDefinition } from '#app/features/churn/set-definition.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/churn-definitions.ts';

/** Says what counts as churn from a date on. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, DefinitionInput, setDefinition);
}
