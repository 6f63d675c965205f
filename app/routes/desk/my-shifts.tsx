import { MyShiftsPage } from '#app/features/my-shifts/my-shifts-page.tsx';
import { readMyShifts } from '#app/features/my-shifts/read-my-shifts.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/my-shifts.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:own');
  return readMyShifts(shiftDeskOf(context));
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.life.title);

export default function MyShifts({ loaderData }: Route.ComponentProps) {
  return <MyShiftsPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
