import { data } from 'react-router';
import { MonthPage } from '#app/features/closed-month/month-page.tsx';
import { readMonth } from '#app/features/closed-month/read-months.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { monthDeskOf } from '#app/platform/month-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/month.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'report:read');
  const view = await readMonth(monthDeskOf(context), params.closedMonth, false);
  if (!view) throw data(null, { status: 404 });
  return view;
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.month.title);

export default function Month({ loaderData }: Route.ComponentProps) {
  return <MonthPage view={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
