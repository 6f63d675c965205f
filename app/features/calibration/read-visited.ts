import type { StoryReader } from '#app/features/review/read-story.ts';
import { redactText } from '#app/features/subscriber/redact-text.ts';
import {
  listCalibrationSubjects,
  listSharedCalibrations,
  listShares,
} from '#db/tenant/queries/calibrations.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { getSubscriber } from '#db/tenant/queries/contact-owners.ts';
import { type CalibrationView, readCalibration } from './read-calibration.ts';
import { redactStory } from './redact-story.ts';

export type VisitedList = Awaited<ReturnType<typeof readVisited>>;
const mostListed = 100;

/** The calibrations that the client company was asked to. */
export async function readVisited({ db }: Pick<StoryReader, 'db'>) {
  const rows = await listSharedCalibrations(db, mostListed);
  return rows.map(({ calibration: { id, title, createdAt, closedAt }, subjects }) => ({
    id,
    title: redactText(title, []),
    createdAt,
    closedAt,
    subjects,
  }));
}

/**
 * One of them as the client company sees it: without personal data, and without recordings unless they were shared.
 * Opened without a work, it shows the first that is not marked yet. `null`: it was not asked to this one.
 */
export async function readVisitedCalibration(
  reader: StoryReader,
  id: string,
  work: string | null,
): Promise<CalibrationView | null> {
  const { db } = reader;
  const shared = (await listShares(db, id)).map(({ what }) => what);
  if (!shared.includes('work')) return null;
  const view = await readCalibration(reader, id, work ?? (await firstUnmarked(reader, id)));
  if (!view) return null;
  const { shown } = view;
  return {
    ...view,
    title: redactText(view.title, []),
    shown: shown && {
      ...shown,
      story: redactStory(shown.story, await subscriberOf(reader, shown.id)),
      recordings: shared.includes('recordings') ? shown.recordings : [],
    },
  };
}

async function firstUnmarked(reader: StoryReader, id: string): Promise<string | null> {
  const view = await readCalibration(reader, id, null);
  const [first] = await listCalibrationSubjects(reader.db, id);
  return view?.subjects.find(({ isMarked }) => !isMarked)?.id ?? first?.subjectId ?? null;
}

async function subscriberOf({ db }: StoryReader, caseId: string): Promise<string[]> {
  const subscriberId = (await getCase(db, caseId))?.subscriberId;
  const subscriber = subscriberId ? await getSubscriber(db, subscriberId) : null;
  return subscriber ? [subscriber.name] : [];
}
