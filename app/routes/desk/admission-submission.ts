import { handIn } from '#app/features/admission/answer-attempt.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/admission-submission.ts';

/** Ends an attempt; its page shows the result. */
export async function action({ params, context }: Route.ActionArgs) {
  const handed = await handIn(knowledgeDeskOf(context), params.attemptId);
  return handed.ok ? { ok: true } : refusal(handed.error);
}
