import { data } from 'react-router';
import { CalibrationPage } from '#app/features/calibration/calibration-page.tsx';
import { readCalibration } from '#app/features/calibration/read-calibration.ts';
import { personContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calibration.ts';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'review:write');
  const reader = { ...requestDeskOf(context), locale: context.get(personContext).locale };
  const work = new URL(request.url).searchParams.get('work');
  const calibration = await readCalibration(reader, params.calibrationId, work);
  if (!calibration) throw data(null, { status: 404 });
  return { calibration };
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.calibration.title);

export default function Calibration({ loaderData }: Route.ComponentProps) {
  return <CalibrationPage calibration={loaderData.calibration} area="lead" />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
