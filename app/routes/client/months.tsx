import { MonthsPage } from '#app/features/closed-month/months-page.tsx';
import { readMonths } from '#app/features/closed-month/read-months.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { monthDeskOf } from '#app/platform/month-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/months.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'report:read');
  return readMonths(monthDeskOf(context));
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.month.title);

export default function Months({ loaderData }: Route.ComponentProps) {
  return <MonthsPage view={loaderData} canClose={false} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
