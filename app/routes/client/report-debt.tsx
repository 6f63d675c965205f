import { DebtPage } from '#app/features/report/debt-page.tsx';
import { readDebt } from '#app/features/report/read-debt.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-debt.ts';

export async function loader(visit: Route.LoaderArgs) {
  return { view: await readReport(visit, readDebt) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.report.debt.title);

export default function ReportDebt({ loaderData: { view } }: Route.ComponentProps) {
  return <DebtPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
