import { readScorecard } from '#app/features/report/read-scorecard.ts';
import { ScorecardPage } from '#app/features/report/scorecard-page.tsx';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-scorecard.ts';

export async function loader(visit: Route.LoaderArgs) {
  return { view: await readReport(visit, readScorecard) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.report.scorecard.title);

export default function ReportScorecard({ loaderData: { view } }: Route.ComponentProps) {
  return <ScorecardPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
