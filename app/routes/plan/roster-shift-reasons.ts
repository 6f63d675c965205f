import { data } from 'react-router';
import { readShiftReasons } from '#app/features/shift/read-shift-reasons.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster-shift-reasons.ts';

/** Why a shift is there. */
export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  const view = await readShiftReasons(shiftDeskOf(context), params.rosterId, params.plannedId);
  if (!view) throw data(null, { status: 404 });
  return view;
}
