import { and, asc, count, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import {
  admissionPasses,
  admissionQuestions,
  admissionQuestionVersions,
  admissionTests,
} from '../schema/admission.ts';
import { articles, articleVersions } from '../schema/knowledge.ts';

export type QuestionRow = typeof admissionQuestions.$inferSelect;
export type QuestionVersionRow = typeof admissionQuestionVersions.$inferSelect;
/** A question as it is asked now. */
export type BankRow = QuestionVersionRow & Pick<QuestionRow, 'withdrawnAt' | 'withdrawnReason'>;
export type TestRow = typeof admissionTests.$inferSelect;
export type PassRow = typeof admissionPasses.$inferSelect;

const isLatest = and(
  eq(admissionQuestionVersions.questionId, admissionQuestions.id),
  eq(admissionQuestionVersions.version, admissionQuestions.version),
);

/** The whole bank, withdrawn questions too, by topic. */
export async function listBank(db: TenantDb): Promise<BankRow[]> {
  const rows = await bank(db).orderBy(
    asc(admissionQuestionVersions.topic),
    asc(admissionQuestionVersions.questionId),
  );
  return rows.map(bankRow);
}

export async function getBankQuestion(db: TenantDb, id: string): Promise<BankRow | null> {
  const [row] = await bank(db).where(eq(admissionQuestions.id, id)).limit(1);
  return row ? bankRow(row) : null;
}

function bank(db: TenantDb) {
  return db
    .select({ question: admissionQuestions, latest: admissionQuestionVersions })
    .from(admissionQuestions)
    .innerJoin(admissionQuestionVersions, isLatest);
}

function bankRow({ question, latest }: { question: QuestionRow; latest: QuestionVersionRow }): BankRow {
  return { ...latest, withdrawnAt: question.withdrawnAt, withdrawnReason: question.withdrawnReason };
}

/** Newest first. */
export function listQuestionVersions(db: TenantDb, questionId: string): Promise<QuestionVersionRow[]> {
  return db
    .select()
    .from(admissionQuestionVersions)
    .where(eq(admissionQuestionVersions.questionId, questionId))
    .orderBy(desc(admissionQuestionVersions.version));
}

/** The test of each carrier as it is now, those switched off too. */
export async function listAdmissionTests(db: TenantDb): Promise<TestRow[]> {
  const rows = await db
    .select()
    .from(admissionTests)
    .orderBy(asc(admissionTests.carrier), asc(admissionTests.version));
  return [...new Map(rows.map((row) => [row.carrier, row])).values()];
}

/** `userIds` absent: everybody's. */
export function listPasses(db: TenantDb, userIds?: readonly string[]): Promise<PassRow[]> {
  return db
    .select()
    .from(admissionPasses)
    .where(userIds && inArray(admissionPasses.userId, [...userIds]));
}

/** Passes this person was given by a new marking and has not seen. */
export async function countAdmissionNews(db: TenantDb, userId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(admissionPasses)
    .where(
      and(
        eq(admissionPasses.userId, userId),
        eq(admissionPasses.isByRemark, true),
        isNull(admissionPasses.seenAt),
      ),
    );
  return row?.n ?? 0;
}

/** Each time an article behind a question of today was published after `since`, and when that question came to it. */
export function listRepublished(db: TenantDb, since: Date) {
  const { questionId, articleId } = admissionQuestionVersions;
  const linkedAt = sql<number>`(select min(earlier.at) from ${admissionQuestionVersions} as earlier
    where earlier.question_id = ${questionId} and earlier.article_id = ${articleId})`;
  return db
    .select({
      carrier: admissionQuestionVersions.carrier,
      topic: admissionQuestionVersions.topic,
      articleId: articles.id,
      title: articles.title,
      publishedAt: articleVersions.at,
      linkedAt: linkedAt.mapWith(articleVersions.at),
    })
    .from(admissionQuestions)
    .innerJoin(admissionQuestionVersions, isLatest)
    .innerJoin(articles, eq(articles.id, articleId))
    .innerJoin(
      articleVersions,
      and(eq(articleVersions.articleId, articles.id), eq(articleVersions.state, 'published')),
    )
    .where(and(isNull(admissionQuestions.withdrawnAt), gt(articleVersions.at, since)));
}
