import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type AttemptRow, getAttempt, listAttemptItems } from '#db/tenant/queries/admission-attempts.ts';
import { admissionAnswers, admissionAttempts } from '#db/tenant/schema/admission.ts';
import { type AdmissionRefusal, isAnswer, mostOptions } from './admission.ts';
import { closing, settleAttempt } from './settle-attempt.ts';
import type { AdmissionDesk } from './write-question.ts';

type Taker = Pick<AdmissionDesk, 'db' | 'actor' | 'now'>;

export const AnswerInput = z.strictObject({
  position: z.int().min(0).max(1000),
  /** Places of the chosen options as the question has them, or the number. */
  given: z.array(z.number()).max(mostOptions),
});
export type AnswerInput = z.infer<typeof AnswerInput>;

/** Keeps one answer, in place of an earlier one. After the deadline by the server's clock it is refused. */
export async function saveAnswer(
  { db, actor, now }: Taker,
  attemptId: string,
  { position, given }: AnswerInput,
): Promise<Result<{ position: number }, AdmissionRefusal>> {
  const own = await ownAttempt({ db, actor, now }, attemptId);
  if (!own.ok) return own;
  const item = (await listAttemptItems(db, attemptId)).find((one) => one.position === position);
  if (!item || !isAnswer(item.question, given)) return refuse({ code: 'answer-unfit' });
  const written = await commit(db, [answering(db, { attemptId, position, given, now })]);
  const isSaved = written.ok && written.results[0]?.rowsAffected === 1;
  return isSaved ? ok({ position }) : refuse({ code: 'attempt-over' });
}

/** Written only while the attempt is open, as the database knows it in that instant. */
function answering(
  db: TenantDb,
  { attemptId, position, given, now }: AnswerInput & { attemptId: string; now: Date },
): Statement {
  const isOpen = and(
    eq(admissionAttempts.id, attemptId),
    isNull(admissionAttempts.closedAt),
    gte(admissionAttempts.deadlineAt, now),
  );
  const row = db
    .select({
      attemptId: admissionAttempts.id,
      position: sql`cast(${position} as integer)`.as('position'),
      given: sql`${JSON.stringify(given)}`.as('given'),
      savedAt: sql`cast(${now.getTime()} as integer)`.as('saved_at'),
    })
    .from(admissionAttempts)
    .where(isOpen);
  return db
    .insert(admissionAnswers)
    .select(row)
    .onConflictDoUpdate({
      target: [admissionAnswers.attemptId, admissionAnswers.position],
      set: { given, savedAt: now },
    });
}

/** Ends one's attempt before its time; what was saved is marked. Handed in again, nothing happens. */
export async function handIn(
  { db, actor, now }: Taker,
  attemptId: string,
): Promise<Result<null, AdmissionRefusal>> {
  const own = await ownAttempt({ db, actor, now }, attemptId);
  if (!own.ok) return own;
  const { deadlineAt } = own.value;
  await commit(db, [closing(db, attemptId, now < deadlineAt ? now : deadlineAt)]);
  await settleAttempt(db, attemptId, now);
  return ok(null);
}

/** Another's attempt is not there. */
async function ownAttempt(
  { db, actor }: Taker,
  attemptId: string,
): Promise<Result<AttemptRow, AdmissionRefusal>> {
  if (!can(actor, 'admission:take')) return refuse({ code: 'forbidden', action: 'admission:take' });
  const found = await getAttempt(db, attemptId);
  const isOwn = found?.attempt.userId === actor.userId;
  return found && isOwn ? ok(found.attempt) : refuse({ code: 'attempt-not-found' });
}
