import { and, asc, eq, gt, inArray, isNotNull, isNull, max, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { TenantDb } from '#db/open.ts';
import {
  admissionAnswers,
  admissionAttempts,
  admissionItems,
  admissionMarks,
  admissionPasses,
  admissionQuestions,
  admissionQuestionVersions,
  admissionTests,
} from '../schema/admission.ts';

export type AttemptRow = typeof admissionAttempts.$inferSelect;
const isOfTest = and(
  eq(admissionTests.carrier, admissionAttempts.carrier),
  eq(admissionTests.version, admissionAttempts.testVersion),
);

/** With the test as it was when the attempt began. */
export async function getAttempt(db: TenantDb, id: string) {
  const [row] = await db
    .select({ attempt: admissionAttempts, test: admissionTests, pass: admissionPasses })
    .from(admissionAttempts)
    .innerJoin(admissionTests, isOfTest)
    .leftJoin(admissionPasses, eq(admissionPasses.attemptId, admissionAttempts.id))
    .where(eq(admissionAttempts.id, id))
    .limit(1);
  return row ?? null;
}

/** What stands is told by the last few; whoever fails for years must not make a page slow. */
const mostAttempts = 20;

/** One person's last attempts at each test, or everybody's, the oldest first, with whether each was passed. */
export async function listAttempts(db: TenantDb, where: { userId?: string; carrier?: string } = {}) {
  const { userId, carrier } = where;
  const others = alias(admissionAttempts, 'others');
  const isSame = and(
    eq(others.userId, admissionAttempts.userId),
    eq(others.carrier, admissionAttempts.carrier),
  );
  const last = db
    .select({ last: max(others.number) })
    .from(others)
    .where(isSame);
  const isLate = gt(admissionAttempts.number, sql`${last} - ${mostAttempts}`);
  const rows = await db
    .select({ attempt: admissionAttempts, passedBy: admissionPasses.attemptId })
    .from(admissionAttempts)
    .leftJoin(admissionPasses, eq(admissionPasses.attemptId, admissionAttempts.id))
    .where(
      and(
        userId === undefined ? undefined : eq(admissionAttempts.userId, userId),
        carrier === undefined ? undefined : eq(admissionAttempts.carrier, carrier),
        isLate,
      ),
    )
    .orderBy(asc(admissionAttempts.number));
  return rows.map(({ attempt, passedBy }) => ({ ...attempt, isPassed: passedBy !== null }));
}

export type AttemptItem = Awaited<ReturnType<typeof listAttemptItems>>[number];

/** What was drawn, in the order shown, with the question as it was, the answer and the award that stands. */
export async function listAttemptItems(db: TenantDb, attemptId: string) {
  const rows = await db
    .select({
      position: admissionItems.position,
      optionOrder: admissionItems.optionOrder,
      question: admissionQuestionVersions,
      withdrawnAt: admissionQuestions.withdrawnAt,
      given: admissionAnswers.given,
    })
    .from(admissionItems)
    .innerJoin(
      admissionQuestionVersions,
      and(
        eq(admissionQuestionVersions.questionId, admissionItems.questionId),
        eq(admissionQuestionVersions.version, admissionItems.questionVersion),
      ),
    )
    .innerJoin(admissionQuestions, eq(admissionQuestions.id, admissionItems.questionId))
    .leftJoin(
      admissionAnswers,
      and(
        eq(admissionAnswers.attemptId, admissionItems.attemptId),
        eq(admissionAnswers.position, admissionItems.position),
      ),
    )
    .where(eq(admissionItems.attemptId, attemptId))
    .orderBy(asc(admissionItems.position));
  const marks = await listMarks(db, attemptId);
  return rows.map((row) => ({ ...row, standing: standingOf(marks, row.position) }));
}

/** The ledger of one attempt, in the order it was written. */
function listMarks(db: TenantDb, attemptId: string) {
  return db
    .select()
    .from(admissionMarks)
    .where(eq(admissionMarks.attemptId, attemptId))
    .orderBy(asc(admissionMarks.seq));
}

function standingOf(marks: Awaited<ReturnType<typeof listMarks>>, position: number) {
  const award = marks.findLast((mark) => mark.position === position && mark.kind === 'award');
  return award ? { seq: award.seq, entry: award.entry, earned: award.earned } : null;
}

/** Attempts that are over and were asked this question, and its mark is not a point. */
export async function listAttemptsWithout(db: TenantDb, questionId: string): Promise<string[]> {
  const earned = sql`(select sum(earned) from ${admissionMarks}
    where ${admissionMarks.attemptId} = ${admissionItems.attemptId}
    and ${admissionMarks.position} = ${admissionItems.position})`;
  const rows = await db
    .select({ id: admissionItems.attemptId })
    .from(admissionItems)
    .innerJoin(admissionAttempts, eq(admissionAttempts.id, admissionItems.attemptId))
    .where(
      and(
        eq(admissionItems.questionId, questionId),
        isNotNull(admissionAttempts.closedAt),
        sql`coalesce(${earned}, 0) < 1`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** How many points each of these attempts earned, of how many questions. */
export async function listScores(db: TenantDb, attemptIds: readonly string[]) {
  const ids = [...attemptIds];
  const earned = await db
    .select({ id: admissionMarks.attemptId, n: sql<number>`sum(${admissionMarks.earned})` })
    .from(admissionMarks)
    .where(inArray(admissionMarks.attemptId, ids))
    .groupBy(admissionMarks.attemptId);
  const asked = await db
    .select({ id: admissionItems.attemptId, n: sql<number>`count(*)` })
    .from(admissionItems)
    .where(inArray(admissionItems.attemptId, ids))
    .groupBy(admissionItems.attemptId);
  const points = new Map(earned.map(({ id, n }) => [id, n]));
  return new Map(asked.map(({ id, n }) => [id, { earned: points.get(id) ?? 0, of: n }]));
}

/**
 * Every answer of first attempts that are over, as it was marked at first: what statistics are made of. A mark that
 * was a withdrawal's says nothing of the question.
 */
export function listFirstMarks(db: TenantDb) {
  return db
    .select({
      attemptId: admissionMarks.attemptId,
      questionId: admissionItems.questionId,
      version: admissionItems.questionVersion,
      earned: admissionMarks.earned,
    })
    .from(admissionMarks)
    .innerJoin(admissionAttempts, eq(admissionAttempts.id, admissionMarks.attemptId))
    .innerJoin(
      admissionItems,
      and(
        eq(admissionItems.attemptId, admissionMarks.attemptId),
        eq(admissionItems.position, admissionMarks.position),
      ),
    )
    .where(
      and(eq(admissionAttempts.number, 1), eq(admissionMarks.entry, 1), eq(admissionMarks.reason, 'answer')),
    )
    .orderBy(asc(admissionMarks.seq));
}

/** Attempts whose time is over and that nobody has closed. */
export async function listOverdueAttempts(db: TenantDb, userId: string, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: admissionAttempts.id })
    .from(admissionAttempts)
    .where(
      and(
        eq(admissionAttempts.userId, userId),
        isNull(admissionAttempts.closedAt),
        sql`${admissionAttempts.deadlineAt} < ${now.getTime()}`,
      ),
    );
  return rows.map(({ id }) => id);
}
