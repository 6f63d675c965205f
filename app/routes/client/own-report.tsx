import { data } from 'react-router';
import { OwnReportPage } from '#app/features/own-report/own-report-page.tsx';
import { readOwnReport } from '#app/features/own-report/read-own-reports.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/own-report.ts';

export async function loader(visit: Route.LoaderArgs) {
  const view = await readReport(visit, (desk) => readOwnReport(desk, visit.params.ownReportId));
  if (!view) throw data(null, { status: 404 });
  return { view };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.own.title);

export default function OwnReport({ loaderData: { view } }: Route.ComponentProps) {
  return <OwnReportPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
