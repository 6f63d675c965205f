import { data } from 'react-router';
import { AttemptPage } from '#app/features/admission/attempt-page.tsx';
import { AttemptResult } from '#app/features/admission/attempt-result.tsx';
import { readAttempt } from '#app/features/admission/read-attempt.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/admission-attempt.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'admission:take');
  const attempt = await readAttempt(desk, params.attemptId);
  if (!attempt) throw data(null, { status: 404 });
  return { attempt };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.admission.title);

export default function AdmissionAttempt({ loaderData: { attempt } }: Route.ComponentProps) {
  if (attempt.state === 'closed') return <AttemptResult attempt={attempt} />;
  return <AttemptPage key={attempt.id} attempt={attempt} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
