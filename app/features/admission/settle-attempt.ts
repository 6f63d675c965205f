import { and, eq, isNull } from 'drizzle-orm';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  type AttemptItem,
  getAttempt,
  listAttemptItems,
  listOverdueAttempts,
} from '#db/tenant/queries/admission-attempts.ts';
import { admissionAttempts, admissionMarks, admissionPasses } from '#db/tenant/schema/admission.ts';
import { isEnough } from './admission.ts';
import { earnedOf, type MarkedItem, planMarks } from './plan-marks.ts';

type Settled = NonNullable<Awaited<ReturnType<typeof getAttempt>>>;
const dayMs = 86_400_000;
const mostTries = 8;

/** Closes what this person let run out, and marks it. */
export async function settleOverdue(db: TenantDb, userId: string, now: Date): Promise<void> {
  for (const attemptId of await listOverdueAttempts(db, userId, now)) await settleAttempt(db, attemptId, now);
}

/**
 * Closes an attempt whose time is over, and brings the marks of a closed one to what they should be: the first time,
 * and after a question of it was withdrawn. Read again after it was written, so that a withdrawal that came
 * meanwhile is not missed. An attempt that is open stays as it is.
 */
export async function settleAttempt(db: TenantDb, attemptId: string, now: Date): Promise<void> {
  await closeOverdue(db, attemptId, now);
  for (let tries = 0; tries < mostTries; tries++) {
    const settled = await getAttempt(db, attemptId);
    if (!settled?.attempt.closedAt) return;
    const items = (await listAttemptItems(db, attemptId)).map(markedItem);
    const statements = markStatements(db, settled, items, now);
    if (statements.length === 0) return;
    await commit(db, statements, [{ topic: 'admission', id: attemptId }]);
  }
}

/** Its time was over at its deadline, whenever that is noticed. */
async function closeOverdue(db: TenantDb, attemptId: string, now: Date): Promise<void> {
  const found = await getAttempt(db, attemptId);
  if (!found || found.attempt.closedAt || now <= found.attempt.deadlineAt) return;
  const { deadlineAt } = found.attempt;
  await commit(db, [closing(db, attemptId, deadlineAt)]);
}

/** The statement that ends an attempt, once. */
export function closing(db: TenantDb, attemptId: string, closedAt: Date): Statement {
  return db
    .update(admissionAttempts)
    .set({ closedAt })
    .where(and(eq(admissionAttempts.id, attemptId), isNull(admissionAttempts.closedAt)));
}

function markedItem({ position, question, given, withdrawnAt, standing }: AttemptItem): MarkedItem {
  const { kind, key } = question;
  return { position, kind, key, given, isWithdrawn: withdrawnAt !== null, standing };
}

function markStatements(
  db: TenantDb,
  { attempt, test, pass }: Settled,
  items: readonly MarkedItem[],
  now: Date,
): Statement[] {
  const marks = planMarks(items);
  if (marks.length === 0) return [];
  const { id: attemptId, userId, carrier, startedAt, closedAt } = attempt;
  const rows = marks.map((mark) => ({ ...mark, attemptId, at: now }));
  const written = db.insert(admissionMarks).values(rows);
  if (pass || !isEnough(earnedOf(items, marks), items.length, test.passPercent)) return [written];
  const validUntil = new Date((closedAt ?? now).getTime() + test.validDays * dayMs);
  const isByRemark = items.some(({ standing }) => standing !== null);
  const given = { attemptId, userId, carrier, takenAt: startedAt, validUntil, givenAt: now, isByRemark };
  return [written, db.insert(admissionPasses).values(given)];
}
