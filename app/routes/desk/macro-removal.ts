import { NothingForm } from '#app/features/case/case-forms.ts';
import { removeMacro } from '#app/features/macro/save-macro.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/macro-removal.ts';

/** Removes a macro. */
export function action(args: Route.ActionArgs) {
  const { macroId } = args.params;
  return answerJson(args, NothingForm, (desk) => removeMacro(desk, macroId));
}
