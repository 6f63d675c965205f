import { RuleForm } from '#app/features/game/rule-form.ts';
import { setRule } from '#app/features/points/change-game.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-rule.ts';

/** The next version of a rule, from now on. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(RuleForm, request);
  if (!form.ok) return faulty(form.faults);
  const set = await setRule(gameDeskOf(context), params.ruleId, form.value);
  return set.ok ? { done: true } : refusal(set.error);
}
