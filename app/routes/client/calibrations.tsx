import { readVisited } from '#app/features/calibration/read-visited.ts';
import { VisitedListPage } from '#app/features/calibration/visited-list-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/calibrations.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'calibration:visit');
  return { calibrations: await readVisited({ db }) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.calibration.title);

export default function VisitedCalibrations({ loaderData }: Route.ComponentProps) {
  return <VisitedListPage calibrations={loaderData.calibrations} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
