import { data } from 'react-router';
import { readBehind } from '#app/features/metric/list-behind.ts';
import { OpenPage } from '#app/features/metric/open-page.tsx';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-open.ts';

export async function loader(visit: Route.LoaderArgs) {
  const view = await readReport(visit, readBehind);
  if (!view) throw data(null, { status: 404 });
  return { view };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.behind.title);

export default function ReportOpen({ loaderData: { view } }: Route.ComponentProps) {
  return <OpenPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
