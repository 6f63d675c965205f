import { v7 as uuid } from 'uuid';
import { coachAgent } from '#app/features/coaching/coach-agent.ts';
import { CoachingInput } from '#app/features/coaching/coaching.ts';
import { CoachingPage } from '#app/features/coaching/coaching-page.tsx';
import { readCoaching } from '#app/features/coaching/read-coaching.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/coaching.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'review:write');
  return { view: await readCoaching({ ...requestDeskOf(context), timeZone: tenant.timeZone }) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(CoachingInput, request);
  if (!form.ok) return faulty(form.faults);
  const { timeZone } = context.get(workplaceContext).tenant;
  const set = await coachAgent({ ...requestDeskOf(context), timeZone }, { id: uuid(), ...form.value });
  return set.ok ? { done: true } : refusal(set.error);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.coaching.title);

export default function Coaching({ loaderData }: Route.ComponentProps) {
  return <CoachingPage view={loaderData.view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
