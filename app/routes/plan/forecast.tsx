import { ForecastPage } from '#app/features/workload/forecast-page.tsx';
import { readForecastPage } from '#app/features/workload/read-forecast-page.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/forecast.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'workload:read');
  const asked = new URL(request.url).searchParams;
  const [queue = null, on = null, span = null] = ['queue', 'on', 'span'].map((name) => asked.get(name));
  return readForecastPage(shiftDeskOf(context), { queue, on, span });
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.workload.title);

export default function Forecast({ loaderData }: Route.ComponentProps) {
  return <ForecastPage view={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
