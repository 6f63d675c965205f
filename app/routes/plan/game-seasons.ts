import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { openSeason } from '#app/features/points/change-game.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { gameDeskOf } from '#app/platform/game-desk.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/game-seasons.ts';

const SeasonForm = z.object({
  name: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'long' }),
  from: z.string(),
  disputeDays: z.coerce.number().int({ error: 'days' }).min(1, { error: 'days' }).max(180, { error: 'days' }),
});

/** Opens the next season. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(SeasonForm, request);
  if (!form.ok) return faulty(form.faults);
  const opened = await openSeason(gameDeskOf(context), { id: uuid(), ...form.value });
  return opened.ok ? { done: true } : refusal(opened.error);
}
