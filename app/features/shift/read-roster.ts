import { can } from '#app/features/access/can.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import {
  getRoster,
  listPublished,
  listShifts,
  type RosterRow,
  type ShiftRow,
} from '#db/tenant/queries/shifts.ts';
import { clockOf } from './clock-of.ts';
import { compareWithTold } from './compare-published.ts';
import type { PlanFacts } from './plan-facts.ts';
import { readPlanFacts } from './read-plan-facts.ts';
import { type RosterReckoning, reckonRoster } from './reckon-roster.ts';
import { wholePlan } from './shift.ts';
import type { ShiftDesk } from './shift-desk.ts';
import { shortBySkill } from './short-by-skill.ts';
import { weekdayOf } from './work-calendar.ts';

export type RosterView = NonNullable<Awaited<ReturnType<typeof readRoster>>>;
export type ShownShift = RosterView['people'][number]['shifts'][number];

/** One plan as its page shows it: a week of shifts or all, and what the whole of it covers, breaks and asks of each. `null`: none. */
export async function readRoster(desk: ShiftDesk, rosterId: string, asked: string | null) {
  const roster = await getRoster(desk.db, rosterId);
  if (!roster) return null;
  const { fromDate: from, toDate: to } = roster;
  const { facts, people } = await readPlanFacts(desk, { from, to });
  const rows = await listShifts(desk.db, rosterId);
  const reckoned = reckonRoster({ ...facts, shifts: rows });
  const difference = compareWithTold(rows, await listPublished(desk.db, rosterId));
  const untold = new Set([...difference.added, ...difference.changed].map(({ id }) => id));
  const dates = shownDates(roster, asked);
  const shows = (date: string) => dates.includes(date);
  return {
    roster: headOf(roster),
    mayWrite: can(desk.actor, 'shift:write'),
    weeks: weeksOf(roster),
    isWhole: asked === wholePlan,
    dates,
    days: dates.map((date) => midnightOf(date, desk.timeZone)),
    ends: midnightOf(addDays(dates.at(-1) ?? from, 1), desk.timeZone),
    cover: coverOf(reckoned, facts, dates),
    short: shortBySkill(reckoned.cover, midnightOf(from, desk.timeZone)),
    lacks: reckoned.lacks,
    breaches: reckoned.breaches,
    shares: reckoned.shares,
    untold: {
      added: difference.added.length,
      changed: difference.changed.length,
      cancelled: difference.cancelled.length,
    },
    people: people
      .filter(({ terms, userId }) => terms !== null || rows.some((row) => row.userId === userId))
      .map(({ userId, name, carriers, terms }) => ({
        userId,
        name,
        carriers,
        timeZone: terms?.timeZone ?? null,
        shifts: rows
          .filter((row) => row.userId === userId && shows(row.date))
          .map((row) => showShift(row, untold, reckoned, desk.timeZone)),
        away: awayOf(facts, userId, dates),
        wishes: facts.wishes.filter((wish) => wish.userId === userId && shows(wish.date)),
      })),
    templates: facts.templates.map(({ id, starts, presences }) => ({
      id,
      starts,
      minutes: presences.map((one) => one.minutes),
    })),
  };
}

function headOf({ id, fromDate, toDate, state, version, outcome, solveId, publishedAt }: RosterRow) {
  return {
    id,
    fromDate,
    state,
    version,
    outcome,
    publishedAt,
    lastDate: addDays(toDate, -1),
    isSolving: solveId !== null,
  };
}

/** The first day of each calendar week, or of the plan. */
function weeksOf({ fromDate, toDate }: RosterRow): string[] {
  const weeks = [fromDate];
  for (let date = addDays(fromDate, 8 - weekdayOf(fromDate)); date < toDate; date = addDays(date, 7))
    weeks.push(date);
  return weeks;
}

function shownDates(roster: RosterRow, asked: string | null): string[] {
  const weeks = asked === wholePlan ? [] : weeksOf(roster);
  const from = weeks.findLast((week) => asked !== null && week <= asked) ?? roster.fromDate;
  const until = weeks.find((week) => week > from) ?? roster.toDate;
  const dates: string[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function showShift(
  row: ShiftRow,
  untold: ReadonlySet<string>,
  { nightShifts, breaches }: RosterReckoning,
  timeZone: string,
) {
  const wall = clockOf(timeZone, row.startsAt.getTime(), 1).halfHours[0] ?? 0;
  const until = clockOf(timeZone, row.endsAt.getTime(), 1).halfHours[0] ?? 0;
  const { id, date, startsAt, endsAt, breaks, skill, isPinned, version, userId, note } = row;
  return {
    id,
    date,
    breaks,
    skill,
    isPinned,
    version,
    userId,
    note,
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
    minutes: (endsAt.getTime() - startsAt.getTime()) / 60_000,
    from: timeText(wall),
    to: timeText(until),
    isNight: nightShifts.has(`${userId} ${date}`),
    isUntold: untold.has(id),
    breaches: breaches.filter((breach) => breach.userId === userId && breach.date === date),
  };
}

const timeText = (halfHour: number) =>
  `${String(Math.floor(halfHour / 2)).padStart(2, '0')}:${halfHour % 2 === 0 ? '00' : '30'}`;

/** Of the shown dates, where half of the day or more is an absence. */
function awayOf({ absences, timeZone }: PlanFacts, userId: string, dates: readonly string[]) {
  const own = absences.filter((absence) => absence.userId === userId);
  return dates.flatMap((date) => {
    const noon = midnightOf(date, timeZone) + 12 * 3_600_000;
    const found = own.find(({ fromAt, toAt }) => fromAt.getTime() <= noon && toAt.getTime() > noon);
    return found ? [{ date, kind: found.kind }] : [];
  });
}

/** Of the shown dates; `totals` in agent-minutes of the whole plan. */
function coverOf(
  { cover, dayStarts }: RosterReckoning,
  { requirement }: PlanFacts,
  dates: readonly string[],
) {
  const first = dayStarts[requirement.dates.indexOf(dates[0] ?? '')] ?? 0;
  const last = dayStarts[requirement.dates.indexOf(dates.at(-1) ?? '') + 1] ?? 0;
  const sum = (of: (wanted: number, there: number) => number) =>
    30 *
    cover.reduce(
      (all, { wanted, there }) =>
        all + there.reduce((own, have, slot) => own + of(wanted[slot] ?? 0, have), 0),
      0,
    );
  return {
    isKnown: requirement.skills.length > 0,
    skills: cover.map(({ skill, wanted, there }) => ({
      skill,
      wanted: wanted.slice(first, last),
      there: there.slice(first, last),
    })),
    dayStarts: dates.map((date) => (dayStarts[requirement.dates.indexOf(date)] ?? 0) - first),
    totals: {
      wanted: sum((wanted) => wanted),
      missing: sum((wanted, there) => Math.max(0, wanted - there)),
      spare: sum((wanted, there) => Math.max(0, there - wanted)),
    },
  };
}
