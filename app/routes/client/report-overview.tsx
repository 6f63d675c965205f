import { OverviewPage } from '#app/features/report/overview-page.tsx';
import { readOverview } from '#app/features/report/read-portal.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-overview.ts';

export async function loader(visit: Route.LoaderArgs) {
  return { view: await readReport(visit, readOverview) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.report.overview.title);

export default function ReportOverview({ loaderData: { view } }: Route.ComponentProps) {
  return <OverviewPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
