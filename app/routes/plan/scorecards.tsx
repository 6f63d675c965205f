import { redirect } from 'react-router';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { createScorecard } from '#app/features/scorecard/change-scorecard.ts';
import { readScorecards } from '#app/features/scorecard/read-scorecards.ts';
import { ScorecardListPage } from '#app/features/scorecard/scorecard-list-page.tsx';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/scorecards.ts';

const CardForm = z.object({ title: z.string().trim().min(1, 'required').max(120, 'long') });

export function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'review:write');
  return readScorecards({ db, actor, now: context.get(servicesContext).now() });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(CardForm, request);
  if (!form.ok) return faulty(form.faults);
  const created = await createScorecard(requestDeskOf(context), { id: uuid(), ...form.value });
  if (!created.ok) return refusal(created.error);
  return redirect(`/t/${params.tenant}/plan/scorecards/${created.value.id}`);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.scorecard.title);

export default function Scorecards({ loaderData, actionData }: Route.ComponentProps) {
  return <ScorecardListPage {...loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
