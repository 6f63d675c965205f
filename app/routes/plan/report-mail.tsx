import { readReportMail } from '#app/features/report-mail/read-report-mail.ts';
import { ReportMailPage } from '#app/features/report-mail/report-mail-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/report-mail.ts';

export async function loader(visit: Route.LoaderArgs) {
  demand(visit.context.get(workplaceContext).actor, 'report:write');
  return { view: await readReport(visit, readReportMail) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.reportMail.title);

export default function ReportMail({ loaderData: { view } }: Route.ComponentProps) {
  return <ReportMailPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
