import { readToday } from '#app/features/intraday/read-today.ts';
import { TodayPage } from '#app/features/intraday/today-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/today.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  return readToday(shiftDeskOf(context));
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.life.today.title);

export default function Today({ loaderData }: Route.ComponentProps) {
  return <TodayPage today={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
