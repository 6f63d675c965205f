import { data } from 'react-router';
import { CalibrationPage } from '#app/features/calibration/calibration-page.tsx';
import { readVisitedCalibration } from '#app/features/calibration/read-visited.ts';
import { personContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calibration.ts';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'calibration:visit');
  const reader = { ...requestDeskOf(context), locale: context.get(personContext).locale };
  const work = new URL(request.url).searchParams.get('work');
  const calibration = await readVisitedCalibration(reader, params.calibrationId, work);
  if (!calibration) throw data(null, { status: 404 });
  return { calibration };
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.calibration.title);

export default function VisitedCalibration({ loaderData }: Route.ComponentProps) {
  return <CalibrationPage calibration={loaderData.calibration} area="client" />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
