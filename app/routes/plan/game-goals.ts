import { v7 as uuid } from 'uuid';
import { GoalInput, setTeamGoal } from '#app/features/game/set-team-goal.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-goals.ts';

/** Sets a goal for all. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(GoalInput, request);
  if (!form.ok) return faulty(form.faults);
  const set = await setTeamGoal(gameDeskOf(context), { id: uuid(), ...form.value });
  return set.ok ? { done: true } : refusal(set.error);
}
