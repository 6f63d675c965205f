import { data } from 'react-router';
import { CorrectionInput, correctMonth } from '#app/features/closed-month/close-month.ts';
import { MonthPage } from '#app/features/closed-month/month-page.tsx';
import { readMonth } from '#app/features/closed-month/read-months.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { monthDeskOf } from '#app/platform/month-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/month.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'report:write');
  const view = await readMonth(monthDeskOf(context), params.closedMonth, true);
  if (!view) throw data(null, { status: 404 });
  return view;
}

/** Puts a correction beside what was closed. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(CorrectionInput, request);
  if (!form.ok) return faulty(form.faults);
  const corrected = await correctMonth(monthDeskOf(context), params.closedMonth, form.value);
  return corrected.ok ? { done: corrected.value } : refusal(corrected.error);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.month.title);

export default function Month({ loaderData, actionData }: Route.ComponentProps) {
  return <MonthPage view={loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
