import { instantInZone } from '#app/platform/format.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listLessons } from '#db/tenant/queries/lessons.ts';
import { listTopics } from '#db/tenant/queries/topics.ts';

export type LessonDigest = Awaited<ReturnType<typeof readLessons>>;

/** What complaints taught in one month of the client company's calendar, grouped by topic. */
export async function readLessons(
  { db, control, timeZone }: { db: TenantDb; control: ControlDb; timeZone: string },
  month: string,
) {
  const next = monthAfter(month);
  const from = instantInZone(`${month}-01T00:00`, timeZone);
  const to = instantInZone(`${next}-01T00:00`, timeZone);
  const rows = from && to ? await listLessons(db, from, to) : [];
  const names = await namesOf(
    control,
    rows.map(({ by }) => by),
  );
  const titles = new Map((await listTopics(db)).map(({ id, title }) => [id, title]));
  const lessons = rows.map(({ by, topicId, ...lesson }) => ({
    ...lesson,
    who: names[by] ?? null,
    topic: topicId ? (titles.get(topicId) ?? null) : null,
  }));
  const topics = [...new Set(lessons.map(({ topic }) => topic))];
  return {
    month,
    before: monthBefore(month),
    after: next,
    groups: topics.map((topic) => ({ topic, lessons: lessons.filter((lesson) => lesson.topic === topic) })),
  };
}

/** `2026-12` → `2027-01`. */
export function monthAfter(month: string): string {
  return shift(month, 1);
}

export function monthBefore(month: string): string {
  return shift(month, -1);
}

function shift(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
