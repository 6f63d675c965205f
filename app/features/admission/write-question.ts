import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getBankQuestion } from '#db/tenant/queries/admission.ts';
import { getArticle } from '#db/tenant/queries/knowledge.ts';
import { admissionQuestions, admissionQuestionVersions } from '#db/tenant/schema/admission.ts';
import type { AdmissionRefusal, QuestionInput } from './admission.ts';

/** `carriers`: those the centre knows, by id. */
export type AdmissionDesk = {
  db: TenantDb;
  actor: Actor;
  carriers: { titles: Record<string, unknown> };
  now: Date;
};
type Written = Promise<Result<{ id: string; version: number }, AdmissionRefusal>>;

export async function addQuestion(desk: AdmissionDesk, input: QuestionInput): Written {
  const fault = await findFault(desk, input);
  if (fault) return refuse(fault);
  const { db, actor, now } = desk;
  const id = uuid();
  await commit(db, [
    db.insert(admissionQuestions).values({ id, version: 1, createdAt: now }),
    db
      .insert(admissionQuestionVersions)
      .values({ ...input, questionId: id, version: 1, at: now, by: actor.userId }),
  ]);
  return ok({ id, version: 1 });
}

/** The next version of a question. `version`: the one the writer had before him; what was asked before stays. */
export async function reviseQuestion(
  desk: AdmissionDesk,
  questionId: string,
  version: number,
  input: QuestionInput,
): Written {
  const fault = await findFault(desk, input);
  if (fault) return refuse(fault);
  const { db, actor, now } = desk;
  const before = await getBankQuestion(db, questionId);
  if (!before) return refuse({ code: 'question-not-found' });
  if (before.withdrawnAt) return refuse({ code: 'question-withdrawn' });
  if (before.version !== version) return refuse({ code: 'conflict' });
  const next = version + 1;
  const written = await commit(db, [
    db
      .insert(admissionQuestionVersions)
      .values({ ...input, questionId, version: next, at: now, by: actor.userId }),
    db.update(admissionQuestions).set({ version: next }).where(eq(admissionQuestions.id, questionId)),
  ]);
  return written.ok ? ok({ id: questionId, version: next }) : refuse({ code: 'conflict' });
}

async function findFault(
  { db, actor, carriers }: AdmissionDesk,
  { carrier, articleId }: QuestionInput,
): Promise<AdmissionRefusal | null> {
  if (!can(actor, 'admission:write')) return { code: 'forbidden', action: 'admission:write' };
  if (carrier !== null && !Object.hasOwn(carriers.titles, carrier)) return { code: 'carrier-not-found' };
  if (articleId !== null && !(await getArticle(db, articleId))) return { code: 'article-not-found' };
  return null;
}
