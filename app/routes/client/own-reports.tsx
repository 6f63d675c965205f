import { OwnReportsPage } from '#app/features/own-report/own-reports-page.tsx';
import { readOwnReports } from '#app/features/own-report/read-own-reports.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/own-reports.ts';

export async function loader(visit: Route.LoaderArgs) {
  return { view: await readReport(visit, readOwnReports) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.own.title);

export default function OwnReports({ loaderData: { view } }: Route.ComponentProps) {
  return <OwnReportsPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
