import { v7 as uuid } from 'uuid';
import { RuleForm } from '#app/features/game/rule-form.ts';
import { addRule } from '#app/features/points/change-game.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-rules.ts';

/** A new rule. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(RuleForm, request);
  if (!form.ok) return faulty(form.faults);
  const added = await addRule(gameDeskOf(context), uuid(), form.value);
  return added.ok ? { done: true } : refusal(added.error);
}
