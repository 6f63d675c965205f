import { BasePage } from '#app/features/report/base-page.tsx';
import { readBase } from '#app/features/report/read-base.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-base.ts';

export async function loader(visit: Route.LoaderArgs) {
  return { view: await readReport(visit, readBase) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.report.base.title);

export default function ReportBase({ loaderData: { view } }: Route.ComponentProps) {
  return <BasePage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
