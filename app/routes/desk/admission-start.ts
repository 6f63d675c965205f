import { randomInt } from 'node:crypto';
import { redirect } from 'react-router';
import { startAttempt } from '#app/features/admission/start-attempt.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/admission-start.ts';

/** Begins an attempt, or goes to the one that is open. */
export async function action({ params, context }: Route.ActionArgs) {
  const seed = randomInt(2 ** 31);
  const begun = await startAttempt({ ...knowledgeDeskOf(context), seed }, params.carrier);
  if (!begun.ok) return refusal(begun.error);
  return redirect(`/t/${params.tenant}/desk/admission/attempts/${begun.value.attemptId}`);
}
