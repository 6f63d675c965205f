import { type Actor, can } from '#app/features/access/can.ts';
import { weekdayOf } from '#app/features/sla/calendar.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { usualTerms } from '#app/features/staffing/terms.ts';
import type { TenantDb } from '#db/open.ts';
import {
  getModelOf,
  listAccuracy,
  listCorrections,
  listMarkedDays,
  listStaffingTerms,
  listWorkQueues,
} from '#db/tenant/queries/workload.ts';
import { pointsOf } from './forecast-points.ts';
import { readCourse } from './read-course.ts';
import { readMarks } from './read-marks.ts';
import { readNeed } from './read-need.ts';
import { partsOf } from './work-queue.ts';

export type Asked = { queue: string | null; on: string | null; span: string | null };
export type ForecastDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type ForecastView = Awaited<ReturnType<typeof readForecastPage>>;

const shownWeeks = 12;
/** Marked days this far back and ahead. */
const [backDays, aheadDays] = [60, 63];

/** What came and what will come to one queue on a day or in a week, and what it is reckoned from. */
export async function readForecastPage(desk: ForecastDesk, asked: Asked) {
  const { db, actor, now, timeZone } = desk;
  const today = dateAt(now.getTime(), timeZone);
  const queues = await listWorkQueues(db);
  const queue = queues.find((one) => one === asked.queue) ?? queues[0] ?? null;
  const span = asked.span === 'week' ? ('week' as const) : ('day' as const);
  const on =
    /^\d{4}-\d{2}-\d{2}$/.test(asked.on ?? '') && !Number.isNaN(Date.parse(asked.on ?? ''))
      ? (asked.on ?? today)
      : today;
  const frame = { queues, span, on, today, mayWrite: can(actor, 'workload:write') };
  if (!queue) return { ...frame, queue: null };
  const from = span === 'week' ? addDays(on, 1 - weekdayOf(on)) : on;
  const dates = { from, to: addDays(from, span === 'week' ? 7 : 1) };
  const near = { from: addDays(today, -backDays), to: addDays(today, aheadDays) };
  const [course, need, model, weeks, corrections, marks, marked, terms] = await Promise.all([
    readCourse(desk, queue, dates),
    readNeed(desk, dates),
    getModelOf(db, queue),
    listAccuracy(db, queue, shownWeeks),
    listCorrections(db, { from: addDays(today, -7), to: addDays(today, aheadDays) }, queue),
    readMarks(db, queue),
    listMarkedDays(db),
    listStaffingTerms(db),
  ]);
  const idOf = new Map(marked.map((mark) => [`${mark.on} ${mark.kind}`, mark.id]));
  return {
    ...frame,
    queue,
    from,
    points: pointsOf(course, span === 'week' ? 4 : 1),
    // Dates of a week that are not foretold bring nothing to try.
    load: { contacts: course.corrected.map((count) => count || 0), handlingS: course.handlingS },
    need,
    level: course.level,
    isForetold: course.isForetold,
    made: model?.made ?? null,
    weeks,
    corrections,
    marks: marks
      .filter((mark) => near.from <= mark.on && mark.on < near.to)
      .map((mark) => ({ ...mark, id: idOf.get(`${mark.on} ${mark.kind}`) ?? null }))
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
    terms: terms.find((row) => row.queue === queue)?.terms ?? usualTerms[partsOf(queue).channel],
  };
}
