import type { Actor } from '#app/features/access/can.ts';
import type { QuestionInput, TestInput } from '#app/features/admission/admission.ts';
import { handIn, saveAnswer } from '#app/features/admission/answer-attempt.ts';
import { setAdmissionTest } from '#app/features/admission/set-test.ts';
import { startAttempt } from '#app/features/admission/start-attempt.ts';
import { addQuestion } from '#app/features/admission/write-question.ts';
import type { Result } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listAttemptItems } from '#db/tenant/queries/admission-attempts.ts';
import { admissionTests } from '#db/tenant/schema/admission.ts';
import { agent, openCaseWorld } from './test-cases.ts';

export const lead: Actor = { userId: 'lead-1', name: 'Вера Лидова', roles: ['lead'] };
export const testTerms: TestInput = {
  parts: [{ topic: 'Роуминг', count: 4 }],
  minutes: 10,
  passPercent: 75,
  coolOffHours: 24,
  validDays: 90,
  graceDays: 7,
  isOn: true,
};
export const testQuestion: QuestionInput = {
  carrier: null,
  topic: 'Роуминг',
  kind: 'one',
  body: 'Что предложить абоненту?',
  options: ['Верно', 'Неверно', 'Мимо'],
  key: [0],
  explanation: 'Так сказано в статье.',
  articleId: null,
};

export function unwrap<T>(result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(`Refused: ${result.error.code}.`);
  return result.value;
}

/** A client company with `questions` in its bank and a test for MTS that draws four of them. */
export async function openAdmissionWorld({ questions = 4, terms = testTerms } = {}) {
  const world = await openCaseWorld();
  const carriers = { titles: { mts: 'МТС', beeline: 'Билайн' } };
  const desk = (actor: Actor = agent) => ({ ...world.desk(actor), carriers });
  const ids: string[] = [];
  for (let n = 0; n < questions; n++) {
    const body = `Вопрос номер ${n}`;
    ids.push(unwrap(await addQuestion(desk(lead), { ...testQuestion, body })).id);
  }
  unwrap(await setAdmissionTest(desk(lead), 'mts', terms));
  const start = (actor: Actor = agent, seed = 1) => startAttempt({ ...desk(actor), seed }, 'mts');
  return {
    ...world,
    desk,
    questionIds: ids,
    start,
    /** A whole attempt: the first `right` questions answered right, the rest wrong. */
    async take(right: number, actor: Actor = agent): Promise<string> {
      const { attemptId } = unwrap(await start(actor));
      const items = await listAttemptItems(world.db, attemptId);
      for (const { position } of items) {
        unwrap(await saveAnswer(desk(actor), attemptId, { position, given: [position < right ? 0 : 1] }));
      }
      unwrap(await handIn(desk(actor), attemptId));
      return attemptId;
    },
  };
}

/** From then on nobody without a pass works for that carrier. */
export async function askForPass(db: TenantDb, carrier: string, setAt: Date): Promise<void> {
  const test = { carrier, version: 1, ...testTerms, setAt, setBy: 'lead-1' };
  await commit(db, [db.insert(admissionTests).values(test)]);
}
