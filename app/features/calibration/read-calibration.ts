import { can } from '#app/features/access/can.ts';
import { readStory, type StoryReader } from '#app/features/review/read-story.ts';
import type { CardContent } from '#app/features/scorecard/scorecard.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import { namesOf } from '#db/control/queries/names.ts';
import {
  getCalibration,
  listCalibrationAnswers,
  listCalibrationSubjects,
  listCalibrations,
  listShares,
} from '#db/tenant/queries/calibrations.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { listRecordings } from '#db/tenant/queries/review-subjects.ts';
import { listCardVersions, listScorecards } from '#db/tenant/queries/scorecards.ts';
import { agreementByItem, alignToReference, type Marked } from './calibration.ts';

export type CalibrationList = Awaited<ReturnType<typeof readCalibrations>>;
export type CalibrationView = NonNullable<Awaited<ReturnType<typeof readCalibration>>>;
const mostListed = 100;

/** Calibrations there were and are, and what is needed to begin one. */
export async function readCalibrations({ db, control }: Pick<StoryReader, 'db' | 'control'>) {
  const rows = await listCalibrations(db, mostListed);
  const reviewers = await listPeopleOf(control, db.tenantId, ['lead', 'manager']);
  const names = await namesOf(control, [
    ...reviewers,
    ...rows.map(({ calibration }) => calibration.referenceBy),
  ]);
  return {
    calibrations: rows.map(({ calibration: { id, title, referenceBy, createdAt, closedAt }, subjects }) => ({
      id,
      title,
      createdAt,
      closedAt,
      subjects,
      reference: names[referenceBy] ?? '',
    })),
    cards: (await listScorecards(db)).map(({ id, title }) => ({ id, title })),
    reviewers: reviewers.map((id) => ({ id, name: names[id] ?? '' })),
  };
}

/**
 * One calibration. Until it is closed everybody sees his own marks only; `subjectId`: the work that is looked at.
 */
export async function readCalibration(reader: StoryReader, id: string, subjectId: string | null) {
  const { db, control, actor } = reader;
  const calibration = await getCalibration(db, id);
  if (!calibration) return null;
  const { title, referenceBy, closedAt, cardId, cardVersion } = calibration;
  const card = (await listCardVersions(db, cardId)).find(({ version }) => version === cardVersion);
  if (!card) return null;
  const given = await listCalibrationAnswers(db, id);
  const names = await namesOf(control, [referenceBy, ...given.map(({ reviewerId }) => reviewerId)]);
  const clients = await listPeopleOf(control, db.tenantId, ['client']);
  const shared = (await listShares(db, id)).map(({ what }) => what);
  const subjects = await listCalibrationSubjects(db, id);
  const isMine = (subject: string) =>
    given.some((one) => one.reviewerId === actor.userId && one.subjectId === subject);
  const shown = subjects.find((one) => one.subjectId === subjectId) ?? null;
  return {
    id,
    title,
    closedAt,
    card: card.content,
    reference: names[referenceBy] ?? '',
    isReference: referenceBy === actor.userId,
    shared,
    mayShareRecordings: can(actor, 'recording:share'),
    subjects: await Promise.all(
      subjects.map(async (subject) => ({
        id: subject.subjectId,
        number: (await getCase(db, subject.subjectId))?.number ?? 0,
        isMarked: isMine(subject.subjectId),
        markedBy: given.filter((one) => one.subjectId === subject.subjectId).length,
      })),
    ),
    shown: shown && {
      id: shown.subjectId,
      story: await readStory(reader, shown, null),
      recordings: (await listRecordings(db, shown)).map((call) => call.id),
      isMarked: isMine(shown.subjectId),
    },
    results: closedAt ? resultsOf(card.content, given, referenceBy, { names, clients }) : null,
  };
}

function resultsOf(
  card: CardContent,
  given: readonly Marked[],
  referenceBy: string,
  { names, clients }: { names: Record<string, string>; clients: readonly string[] },
) {
  return {
    agreement: agreementByItem(card, given),
    alignment: alignToReference(card, given, referenceBy).map(({ reviewerId, ...one }) => ({
      ...one,
      reviewer: names[reviewerId] ?? '',
      isClient: clients.includes(reviewerId),
    })),
  };
}
