import { readSla } from '#app/features/report/read-portal.ts';
import { SlaPage } from '#app/features/report/sla-page.tsx';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-sla.ts';

export async function loader(visit: Route.LoaderArgs) {
  return { view: await readReport(visit, readSla) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.report.sla.title);

export default function ReportSla({ loaderData: { view } }: Route.ComponentProps) {
  return <SlaPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
