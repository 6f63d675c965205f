import { redirect } from 'react-router';
import { v7 as uuid } from 'uuid';
import { CalibrationInput } from '#app/features/calibration/calibration.ts';
import { CalibrationListPage } from '#app/features/calibration/calibration-list-page.tsx';
import { openCalibration } from '#app/features/calibration/hold-calibration.ts';
import { readCalibrations } from '#app/features/calibration/read-calibration.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/calibrations.ts';

export async function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'review:write');
  return { list: await readCalibrations(requestDeskOf(context)) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(CalibrationInput, request);
  if (!form.ok) return faulty(form.faults);
  const opened = await openCalibration(requestDeskOf(context), { id: uuid(), ...form.value });
  if (!opened.ok) return refusal(opened.error);
  return redirect(`/t/${params.tenant}/lead/calibrations/${opened.value.id}`);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.calibration.title);

export default function Calibrations({ loaderData, actionData }: Route.ComponentProps) {
  return <CalibrationListPage list={loaderData.list} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
