import { data } from 'react-router';
import { ReplanPage } from '#app/features/shift/replan-page.tsx';
import { readMending } from '#app/features/shift/replan-sickness.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-replan.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:write');
  const mending = await readMending(shiftDeskOf(context), params.sicknessId);
  if (!mending) throw data(null, { status: 404 });
  return mending;
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.shift.title);

export default function ShiftReplan({ loaderData }: Route.ComponentProps) {
  return <ReplanPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
