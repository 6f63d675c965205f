import { data } from 'react-router';
import { readRoster } from '#app/features/shift/read-roster.ts';
import { RosterPage } from '#app/features/shift/roster-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/roster.ts';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  const { searchParams } = new URL(request.url);
  const view = await readRoster(shiftDeskOf(context), params.rosterId, searchParams.get('from'));
  if (!view) throw data(null, { status: 404 });
  return view;
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.shift.title);

export default function Roster({ loaderData }: Route.ComponentProps) {
  return <RosterPage view={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
