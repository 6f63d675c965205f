import { data } from 'react-router';
import { BuilderPage } from '#app/features/own-report/builder-page.tsx';
import { readBuilder } from '#app/features/own-report/read-own-reports.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readReport } from '#app/platform/report-desk.ts';
import type { Route } from './+types/own-report-new.ts';

export async function loader(visit: Route.LoaderArgs) {
  demand(visit.context.get(workplaceContext).actor, 'report:build');
  const view = await readReport(visit, readBuilder);
  if (!view) throw data(null, { status: 404 });
  return { view };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.own.build);

export default function OwnReportNew({ loaderData: { view } }: Route.ComponentProps) {
  return <BuilderPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
