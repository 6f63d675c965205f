import { MoneyPage } from '#app/features/report/money-page.tsx';
import { readMoney } from '#app/features/report/read-portal.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-money.ts';

export async function loader(visit: Route.LoaderArgs) {
  return { view: await readReport(visit, readMoney) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.report.money.title);

export default function ReportMoney({ loaderData: { view } }: Route.ComponentProps) {
  return <MoneyPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
