import { QualityPage } from '#app/features/report/quality-page.tsx';
import { readQuality } from '#app/features/report/read-portal.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-quality.ts';

export async function loader(visit: Route.LoaderArgs) {
  return { view: await readReport(visit, readQuality) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.report.quality.title);

export default function ReportQuality({ loaderData: { view } }: Route.ComponentProps) {
  return <QualityPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
