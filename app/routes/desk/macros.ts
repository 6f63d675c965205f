import { MacroForm } from '#app/features/macro/macro.ts';
import { saveMacro } from '#app/features/macro/save-macro.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import type { Route } from './+types/macros.ts';

/** Keeps a new macro. */
export function action(args: Route.ActionArgs) {
  return answerJson(args, MacroForm, saveMacro);
}
