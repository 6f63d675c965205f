import type { Actor } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import { listAdmissionTests, listPasses, type PassRow, type TestRow } from '#db/tenant/queries/admission.ts';
import { listAttempts, listScores } from '#db/tenant/queries/admission-attempts.ts';
import { changesFor } from './question-range.ts';
import { readRepublished } from './read-standing.ts';
import { standingOf } from './standing.ts';

export type AdmissionReader = { db: TenantDb; actor: Actor; now: Date };
export type MyAdmission = Awaited<ReturnType<typeof readMyAdmission>>;
export type MyTest = MyAdmission['tests'][number];

const mostAttempts = 20;

/** Where this person stands with each test, his attempts, and passes he was given since by a new marking. */
export async function readMyAdmission({ db, actor, now }: AdmissionReader) {
  const userId = actor.userId;
  const [all, passes, attempts] = [
    await listAdmissionTests(db),
    await listPasses(db, [userId]),
    await listAttempts(db, { userId }),
  ];
  const republished = await readRepublished(db, passes);
  const tests = all.filter(({ isOn }) => isOn);
  const scores = await listScores(
    db,
    attempts.map(({ id }) => id),
  );
  return {
    tests: tests.map((test) => {
      const own = { passes: passes.filter(ofTest(test)), attempts: attempts.filter(ofTest(test)) };
      const standing = standingOf({ test, ...own, changes: changesFor(test, republished), now });
      return { ...termsOf(test), standing };
    }),
    attempts: attempts
      .toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
      .slice(0, mostAttempts)
      .map(({ id, carrier, startedAt, closedAt, isPassed }) => {
        return { id, carrier, startedAt, closedAt, isPassed, score: scores.get(id) ?? null };
      }),
    news: passes.filter(isNews).map(({ attemptId, carrier }) => ({ attemptId, carrier })),
  };
}

/** Given by a new marking, and its person has not seen it. */
export function isNews({ isByRemark, seenAt }: PassRow): boolean {
  return isByRemark && seenAt === null;
}

function ofTest({ carrier }: TestRow) {
  return (one: { carrier: string }) => one.carrier === carrier;
}

function termsOf({ carrier, parts, minutes, passPercent, validDays, coolOffHours }: TestRow) {
  const questions = parts.reduce((sum, { count }) => sum + count, 0);
  return { carrier, questions, minutes, passPercent, validDays, coolOffHours };
}
