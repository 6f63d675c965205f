import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getBankQuestion } from '#db/tenant/queries/admission.ts';
import { listAttemptsWithout } from '#db/tenant/queries/admission-attempts.ts';
import { admissionQuestions } from '#db/tenant/schema/admission.ts';
import type { AdmissionRefusal } from './admission.ts';
import { settleAttempt } from './settle-attempt.ts';
import type { AdmissionDesk } from './write-question.ts';

export const WithdrawalInput = z.object({ reason: z.string().trim().min(3, 'short').max(300, 'long') });

/** Asks a question no more, for good. Whoever was asked it gets its point: that is done as work of its own. */
export async function withdrawQuestion(
  { db, actor, now }: AdmissionDesk,
  questionId: string,
  { reason }: z.infer<typeof WithdrawalInput>,
): Promise<Result<null, AdmissionRefusal>> {
  if (!can(actor, 'admission:write')) return refuse({ code: 'forbidden', action: 'admission:write' });
  const question = await getBankQuestion(db, questionId);
  if (!question) return refuse({ code: 'question-not-found' });
  if (question.withdrawnAt) return refuse({ code: 'question-withdrawn' });
  const work = { queue: 'admission-remark', gate: 'admission-remark', lane: 'interactive' as const };
  const withdrawn = db
    .update(admissionQuestions)
    .set({ withdrawnAt: now, withdrawnBy: actor.userId, withdrawnReason: reason })
    .where(and(eq(admissionQuestions.id, questionId), isNull(admissionQuestions.withdrawnAt)));
  await commit(
    db,
    [withdrawn, callFor(db, { ...work, payload: { questionId }, dueAt: now }, now)],
    [{ topic: 'admission', id: questionId }],
  );
  return ok(null);
}

/** Marks anew every attempt that was asked a withdrawn question and got no point for it. */
export async function remarkAttempts(db: TenantDb, questionId: string, now: Date): Promise<number> {
  const attempts = await listAttemptsWithout(db, questionId);
  for (const attemptId of attempts) await settleAttempt(db, attemptId, now);
  return attempts.length;
}
