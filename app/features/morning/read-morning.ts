import { figureOf } from '#app/features/metric/figure.ts';
import type { Figure, MetricKey } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { termsOn } from '#app/features/service-terms/service-terms.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import { listTopics } from '#db/tenant/queries/topics.ts';
import { readAgentsOutOfLine } from './read-agents.ts';
import { readDue } from './read-due.ts';
import { readForecastDay } from './read-forecast-day.ts';
import { readStaffing } from './read-staffing.ts';
import type { StaffHour } from './staff-hours.ts';
import { topicMoves } from './topic-moves.ts';

export type MorningView = Awaited<ReturnType<typeof readMorning>>;
export type HourRow = MorningView['hours'][number];

/** What yesterday is told by, whole. */
const ofDay = [
  ...(['offered', 'answered', 'serviceLevel', 'speedOfAnswer', 'handlingTime'] as const),
  ...(['abandoned', 'missedChats', 'opened', 'solved', 'firstResponse'] as const),
  ...(['requestsReceived', 'requestsManual'] as const),
];
/** And hour by hour. */
const ofHour = [
  ...(['offered', 'answered', 'serviceLevel', 'speedOfAnswer', 'handlingTime'] as const),
  ...(['abandoned', 'missedChats'] as const),
];

/** Yesterday against its plan, what was new in it, and what this day asks for. */
export async function readMorning(desk: ShiftDesk) {
  const { db, now, timeZone } = desk;
  const today = dateAt(now.getTime(), timeZone);
  const on = addDays(today, -1);
  const staffing = await readStaffing(desk, on);
  const [day, forecast, agents, due] = await Promise.all([
    readDay(desk, on, staffing.hours),
    readForecastDay(db, on, timeZone),
    readAgentsOutOfLine(desk, on),
    readDue(db, now, today),
  ]);
  const foretold = new Map(forecast.callsByHour.map((calls, hour) => [nameOf(hour), calls]));
  return {
    on,
    ...day,
    ofHour: [...ofHour, 'occupancy' as const],
    hours: day.hours.map((row) => ({ ...row, foretold: foretold.get(row.hour) ?? null })),
    forecast,
    staffing,
    agents,
    due,
    topics: await readTopics(desk, on),
  };
}

/** The numbers of the day beside what was promised and the same weekday before, and of each of its hours. */
async function readDay({ db, now, timeZone }: ShiftDesk, on: string, staff: readonly StaffHour[]) {
  const weekBefore = addDays(on, -7);
  const span = { from: on, to: on, now, timeZone };
  const [day, before, hours, terms] = await Promise.all([
    readFigures(db, { metrics: ofDay, ...span }),
    readFigures(db, { metrics: ofDay, ...span, from: weekBefore, to: weekBefore }),
    readFigures(db, { metrics: ofHour, ...span, by: 'hour' }),
    listServiceTerms(db),
  ]);
  const thresholds = termsOn(terms, on)?.terms.thresholds ?? [];
  const handledMs = (all: readonly Figure[]) =>
    all.find(({ metric }) => metric === 'handlingTime')?.numerator ?? 0;
  const thereMs = staff.reduce((sum, hour) => sum + hour.thereMs, 0);
  const busy = occupancyOf({ period: { from: on, to: on }, hour: null, handledMs: handledMs(day), thereMs });
  return {
    weekBefore,
    day: [...day, ...(thereMs > 0 ? [busy] : [])].map((figure) => ({
      figure,
      before: before.find(({ metric }) => metric === figure.metric)?.value ?? null,
      threshold: thresholds.find(({ metric }) => metric === figure.metric) ?? null,
    })),
    hours: staff.map((people) => {
      const own = hours.filter(({ key }) => key === people.hour);
      const occupancy = occupancyOf({
        period: { from: on, to: on },
        hour: people.hour,
        handledMs: handledMs(own),
        thereMs: people.thereMs,
      });
      return { hour: people.hour, people, figures: people.thereMs > 0 ? [...own, occupancy] : own };
    }),
  };
}

type Busy = { period: Figure['period']; hour: string | null; handledMs: number; thereMs: number };

/** Of calls alone: what chats and mails take of the same time is told by no channel. */
function occupancyOf({ period, hour, handledMs, thereMs }: Busy): Figure {
  return figureOf({
    metric: 'occupancy' satisfies MetricKey,
    period,
    dimension: hour === null ? null : 'hour',
    key: hour,
    step: null,
    numerator: handledMs,
    denominator: thereMs,
    isProvisional: false,
  });
}

/** The topics of the day that came most, beside the mean of the seven days before. */
async function readTopics({ db, now, timeZone }: ShiftDesk, on: string) {
  const asked = { metrics: ['opened'] as const, by: 'topic' as const, now, timeZone };
  const [day, week, named] = await Promise.all([
    readFigures(db, { ...asked, from: on, to: on }),
    readFigures(db, { ...asked, from: addDays(on, -7), to: addDays(on, -1) }),
    listTopics(db),
  ]);
  const counts = (figures: readonly Figure[]) =>
    new Map(figures.map(({ key, numerator }) => [key ?? '', numerator]));
  const titles = new Map(named.map(({ id, title }) => [id, title]));
  return topicMoves(counts(day), counts(week)).flatMap((move) => {
    const figure = day.find(({ key }) => key === move.topic);
    return figure ? [{ ...move, title: titles.get(move.topic) ?? null, figure }] : [];
  });
}

function nameOf(hour: number): string {
  return String(hour).padStart(2, '0');
}
