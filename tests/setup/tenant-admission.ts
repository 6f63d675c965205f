import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  admissionAttempts,
  admissionItems,
  admissionQuestions,
  admissionQuestionVersions,
  admissionTests,
} from '#db/tenant/schema/admission.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A question with the tenant's mark and an attempt that is being made at it. The test is switched off: it bars nobody. */
export async function fillAdmission(db: TenantDb, seed: number, marker: string, userId: string) {
  const [questionId, attemptId] = [60, 61].map((room) => seededId(seedTime, seed, room));
  if (!questionId || !attemptId) throw new Error('No ids were made.');
  const terms = { minutes: 10, passPercent: 80, coolOffHours: 24, validDays: 90, graceDays: 7, isOn: false };
  const set = { setAt: seedTime, setBy: 'lead', parts: [{ topic: `${marker} тема`, count: 1 }] };
  const deadlineAt = new Date(seedTime.getTime() + 300 * 86_400_000);
  await commit(db, [
    db.insert(admissionQuestions).values({ id: questionId, version: 1, createdAt: seedTime }),
    db.insert(admissionQuestionVersions).values({
      questionId,
      version: 1,
      carrier: null,
      topic: `${marker} тема`,
      kind: 'one',
      body: `${marker} вопрос`,
      options: [`${marker} да`, 'нет'],
      key: [0],
      articleId: null,
      explanation: `${marker} потому что`,
      at: seedTime,
      by: 'lead',
    }),
    db.insert(admissionTests).values({ carrier: 'mts', version: 1, ...terms, ...set }),
    db.insert(admissionAttempts).values({
      id: attemptId,
      userId,
      carrier: 'mts',
      testVersion: 1,
      number: 1,
      seed: 1,
      startedAt: seedTime,
      deadlineAt,
    }),
    db
      .insert(admissionItems)
      .values({ attemptId, position: 0, questionId, questionVersion: 1, optionOrder: [0, 1] }),
  ]);
  return { questionId, attemptId };
}
