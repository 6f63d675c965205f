import { MacroForm } from '#app/features/macro/macro.ts';
import { saveMacro } from '#app/features/macro/save-macro.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/macro.ts';

/** Changes a macro. */
export function action(args: Route.ActionArgs) {
  const { macroId } = args.params;
  return answerJson(args, MacroForm, (desk, macro) => saveMacro(desk, { ...macro, macroId }));
}
