import { WithdrawalInput, withdrawQuestion } from '#app/features/admission/withdraw-question.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/admission-withdrawal.ts';

/** Asks a question no more, for good. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(WithdrawalInput, request);
  if (!form.ok) return faulty(form.faults);
  const withdrawn = await withdrawQuestion(knowledgeDeskOf(context), params.questionId, form.value);
  return withdrawn.ok ? { ok: true } : refusal(withdrawn.error);
}
