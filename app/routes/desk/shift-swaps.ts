import { data } from 'react-router';
import { readSwapChoices } from '#app/features/shift-market/read-market.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-swaps.ts';

/** Shifts that one of his could be swapped for by the law. */
export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:own');
  const found = await readSwapChoices(shiftDeskOf(context), params.toldId);
  if (!found) throw data(null, { status: 404 });
  return found;
}
