import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { listAdmissionTests, listBank, type TestRow } from '#db/tenant/queries/admission.ts';
import { listAttempts } from '#db/tenant/queries/admission-attempts.ts';
import { admissionAttempts, admissionItems } from '#db/tenant/schema/admission.ts';
import type { AdmissionRefusal } from './admission.ts';
import { type DrawnQuestion, drawQuestions } from './draw-questions.ts';
import { isAskedFor } from './question-range.ts';
import { readStanding } from './read-standing.ts';
import { settleOverdue } from './settle-attempt.ts';
import type { AdmissionDesk } from './write-question.ts';

type Begun = Promise<Result<{ attemptId: string }, AdmissionRefusal>>;
/** `seed`: chance, drawn by who asks. */
type Starter = Pick<AdmissionDesk, 'db' | 'actor' | 'now'> & { seed: number };

/** Begins an attempt at a carrier's test, or goes on with the one that is open: in two tabs it is the same. */
export async function startAttempt(desk: Starter, carrier: string): Begun {
  const { db, actor, now } = desk;
  if (!can(actor, 'admission:take')) return refuse({ code: 'forbidden', action: 'admission:take' });
  await settleOverdue(db, actor.userId, now);
  const test = (await listAdmissionTests(db)).find((one) => one.carrier === carrier && one.isOn);
  if (!test) return refuse({ code: 'test-not-found' });
  const { next } = await readStanding(db, test, actor.userId, now);
  if (next.can === 'continue') return ok({ attemptId: next.attemptId });
  if (next.can === 'wait') return refuse({ code: 'cool-off', until: next.until });
  if (next.can === 'rest') return refuse({ code: 'pass-holds', until: next.from ?? now });
  const bank = (await listBank(db)).filter((question) => isAskedFor(question, carrier));
  const draw = drawQuestions(
    test.parts,
    bank.map((question) => ({ ...question, id: question.questionId })),
    desk.seed,
  );
  if (!draw.ok) return refuse({ code: 'bank-too-small', topic: draw.short });
  const earlier = await listAttempts(db, { userId: actor.userId, carrier });
  const begun = attemptStatements(desk, test, draw.drawn, (earlier.at(-1)?.number ?? 0) + 1);
  const written = await commit(db, begun.statements);
  return written.ok ? ok({ attemptId: begun.id }) : openOne(desk, carrier);
}

/** Somebody was faster, the same person in another tab: then that attempt is his. */
async function openOne({ db, actor }: Starter, carrier: string): Begun {
  const open = (await listAttempts(db, { userId: actor.userId, carrier })).find(({ closedAt }) => !closedAt);
  return open ? ok({ attemptId: open.id }) : refuse({ code: 'conflict' });
}

function attemptStatements(
  { db, actor, now, seed }: Starter,
  { carrier, version, minutes }: TestRow,
  drawn: readonly DrawnQuestion[],
  number: number,
): { id: string; statements: Statement[] } {
  const id = uuid();
  const deadlineAt = new Date(now.getTime() + minutes * 60_000);
  const row = {
    id,
    userId: actor.userId,
    carrier,
    testVersion: version,
    number,
    seed,
    startedAt: now,
    deadlineAt,
  };
  const items = drawn.map(({ questionId, version: questionVersion, optionOrder }, position) => {
    return { attemptId: id, position, questionId, questionVersion, optionOrder };
  });
  // One tick after the last instant at which an answer is taken.
  const afterwards = new Date(deadlineAt.getTime() + 1);
  const work = { queue: 'admission-deadline', gate: 'admission-deadline', lane: 'interactive' as const };
  return {
    id,
    statements: [
      db.insert(admissionAttempts).values(row),
      db.insert(admissionItems).values(items),
      callFor(db, { ...work, payload: { attemptId: id }, dueAt: afterwards }, now),
    ],
  };
}
