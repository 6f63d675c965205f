import { and, eq, isNull, sql } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import type { ReviewDesk } from '#app/features/review/plan-sample.ts';
import { versionAt } from '#app/features/scorecard/card-version.ts';
import { type Answers, findAnswerFault } from '#app/features/scorecard/scorecard.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  getCalibration,
  listCalibrationAnswers,
  listCalibrationSubjects,
  listShares,
} from '#db/tenant/queries/calibrations.ts';
import { getCaseIdByNumber } from '#db/tenant/queries/mail.ts';
import { getReviewable } from '#db/tenant/queries/review-subjects.ts';
import { listCardVersions } from '#db/tenant/queries/scorecards.ts';
import { calibrationAnswers, calibrationSubjects, calibrations } from '#db/tenant/schema/calibration.ts';
import type { CalibrationInput, CalibrationRefusal } from './calibration.ts';

type Refused<T> = Promise<Result<T, CalibrationRefusal>>;
const forbidden = { code: 'forbidden', action: 'review:write' } as const;

/** Begins a calibration over solved cases, by the version of a card that holds now. */
export async function openCalibration(
  { db, actor, now }: ReviewDesk,
  { id, title, cardId, numbers, referenceBy }: CalibrationInput & { id: string },
): Refused<{ id: string }> {
  if (!can(actor, 'review:write')) return refuse(forbidden);
  const card = versionAt(await listCardVersions(db, cardId), now);
  if (!card) return refuse({ code: 'card-not-found' });
  const subjects: { subjectId: string; place: number }[] = [];
  for (const [place, number] of numbers.entries()) {
    const subjectId = (await getCaseIdByNumber(db, number)) ?? '';
    if (!(await getReviewable(db, { subjectType: 'case', subjectId })))
      return refuse({ code: 'case-not-solved' });
    subjects.push({ subjectId, place });
  }
  const row = { id, title, cardId, cardVersion: card.version, referenceBy };
  await commit(db, [
    db.insert(calibrations).values({ ...row, createdBy: actor.userId, createdAt: now }),
    db
      .insert(calibrationSubjects)
      .values(subjects.map((one) => ({ calibrationId: id, subjectType: 'case' as const, ...one }))),
  ]);
  return ok({ id });
}

/** Gives one's own marks of one piece of work, once, before anybody else's can be seen. */
export async function markForCalibration(
  { db, actor, now }: ReviewDesk,
  { calibrationId, subjectId }: { calibrationId: string; subjectId: string },
  answers: Answers,
): Refused<null> {
  if (!can(actor, 'review:write') && !can(actor, 'calibration:visit')) return refuse(forbidden);
  if (!(await mayScore({ db, actor }, calibrationId))) return refuse({ code: 'calibration-not-found' });
  const calibration = await getCalibration(db, calibrationId);
  const subjects = await listCalibrationSubjects(db, calibrationId);
  const subject = subjects.find((one) => one.subjectId === subjectId);
  if (!calibration || !subject) return refuse({ code: 'calibration-not-found' });
  if (calibration.closedAt) return refuse({ code: 'calibration-closed' });
  const work = await getReviewable(db, subject);
  if (work?.agentId === actor.userId) return refuse({ code: 'own-work' });
  const { cardId, cardVersion } = calibration;
  const card = (await listCardVersions(db, cardId)).find(({ version }) => version === cardVersion);
  if (!card) return refuse({ code: 'card-not-found' });
  const fault = findAnswerFault(card.content, answers);
  if (fault) return refuse({ code: 'card-unanswered', itemId: fault.id });
  const mark = { calibrationId, subjectId, reviewerId: actor.userId, answers, now };
  const written = await commit(db, [marking(db, mark)]);
  if (!written.ok) return refuse({ code: 'marked-already' });
  return written.results[0]?.rowsAffected === 1 ? ok(null) : refuse({ code: 'calibration-closed' });
}

/** Who reviews may score in every calibration, the client company in those it was asked to. */
async function mayScore({ db, actor }: Pick<ReviewDesk, 'db' | 'actor'>, calibrationId: string) {
  if (can(actor, 'review:write')) return true;
  return (await listShares(db, calibrationId)).some(({ what }) => what === 'work');
}

type Mark = { calibrationId: string; subjectId: string; reviewerId: string; answers: Answers; now: Date };

/** Written only while the calibration is open, as the database knows it in that instant. */
function marking(db: TenantDb, { calibrationId, subjectId, reviewerId, answers, now }: Mark): Statement {
  const row = db
    .select({
      calibrationId: calibrations.id,
      subjectId: sql`${subjectId}`.as('subject_id'),
      reviewerId: sql`${reviewerId}`.as('reviewer_id'),
      answers: sql`${JSON.stringify(answers)}`.as('answers'),
      at: sql`cast(${now.getTime()} as integer)`.as('at'),
    })
    .from(calibrations)
    .where(and(eq(calibrations.id, calibrationId), isNull(calibrations.closedAt)));
  return db.insert(calibrationAnswers).select(row);
}

/** Shows everybody everybody's marks. The reference must be whole: it is what they are measured by. */
export async function closeCalibration({ db, actor, now }: ReviewDesk, calibrationId: string): Refused<null> {
  if (!can(actor, 'review:write')) return refuse(forbidden);
  const calibration = await getCalibration(db, calibrationId);
  if (!calibration) return refuse({ code: 'calibration-not-found' });
  if (calibration.closedAt) return refuse({ code: 'calibration-closed' });
  const subjects = await listCalibrationSubjects(db, calibrationId);
  const given = await listCalibrationAnswers(db, calibrationId);
  const reference = given.filter(({ reviewerId }) => reviewerId === calibration.referenceBy);
  if (reference.length < subjects.length) return refuse({ code: 'reference-missing' });
  const isOpen = and(eq(calibrations.id, calibrationId), isNull(calibrations.closedAt));
  const written = await commit(db, [db.update(calibrations).set({ closedAt: now }).where(isOpen)]);
  const isFirst = written.ok && written.results[0]?.rowsAffected === 1;
  return isFirst ? ok(null) : refuse({ code: 'calibration-closed' });
}
