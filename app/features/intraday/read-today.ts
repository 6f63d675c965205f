import { adherenceOf, type PresenceSpan, type Span, shareOf } from '#app/features/adherence/adherence.ts';
import { limitsOf } from '#app/features/shift/person-limits.ts';
import { readPlanFacts } from '#app/features/shift/read-plan-facts.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';
import { listExtraWork, listPresenceSpans, listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import type { PublishedShiftRow } from '#db/tenant/queries/shifts.ts';
import { boardOf, gapsOf, isMissing } from './board.ts';
import { breakWindows } from './break-windows.ts';
import { minutesByDate, overtimeLeft } from './overtime-left.ts';
import { type Helper, remediesFor } from './remedies.ts';

export type Today = Awaited<ReturnType<typeof readToday>>;
const dayMs = 86_400_000;
const mostRemedies = 6;

/** Today by half hour: what is needed, planned and there; each person's adherence; the gaps to come and what to do. */
export async function readToday(desk: ShiftDesk) {
  const { now, timeZone } = desk;
  const date = dateAt(now.getTime(), timeZone);
  const { facts, people } = await readPlanFacts(desk, { from: date, to: addDays(date, 2) });
  const { skills, bySkillAndSlot } = facts.requirement;
  const startsAt = midnightOf(date, timeZone);
  const slots = Array.from({ length: facts.requirement.dayStarts[1] ?? 48 }, (_, slot) => ({
    from: startsAt + slot * slotMs,
    to: startsAt + (slot + 1) * slotMs,
    needs: skills.map((_, skill) => bySkillAndSlot[skill]?.[slot] ?? 0),
  }));
  const helpers = await readHelpers(desk, {
    date,
    facts,
    day: { from: startsAt, to: slots.at(-1)?.to ?? startsAt },
  });
  const board = boardOf(slots, helpers, now.getTime());
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  const asked = await listExtraWork(
    desk.db,
    helpers.map(({ userId }) => userId),
    date,
  );
  return {
    date,
    skills,
    board: board.map(({ masks: _, ...slot }) => slot),
    gaps: gapsOf(board, now.getTime()).map((gap) => ({
      ...gap,
      remedies: remediesFor(gap, board, helpers, now.getTime())
        .filter(({ userId }) => !asked.some((one) => one.userId === userId && one.date === date))
        .slice(0, mostRemedies)
        .map((remedy) => ({ ...remedy, name: names.get(remedy.userId) ?? '' })),
    })),
    people: helpers
      .filter(({ shifts }) => shifts.length > 0)
      .map((one) => adherentOf(one, names, now.getTime())),
    asked: asked
      .filter(({ state }) => state === 'asked')
      .map(({ id, userId, kind, startsAt, endsAt }) => ({
        id,
        kind,
        startsAt,
        endsAt,
        name: names.get(userId) ?? '',
      })),
  };
}

type Frame = { date: string; day: Span; facts: Awaited<ReturnType<typeof readPlanFacts>>['facts'] };

async function readHelpers(desk: ShiftDesk, { date, day, facts }: Frame): Promise<Helper[]> {
  const { db, now } = desk;
  const around = { from: new Date(day.from - 2 * dayMs), to: new Date(day.to + 2 * dayMs) };
  const ids = facts.people.map(({ userId }) => userId);
  const told = Map.groupBy(await listPublishedAt(db, around), ({ userId }) => userId);
  const spans = Map.groupBy(
    await listPresenceSpans(db, { from: new Date(day.from - dayMs / 2), to: now }),
    ({ userId }) => userId,
  );
  const agreed = Map.groupBy(
    await listExtraWork(db, ids, `${date.slice(0, 4)}-01-01`),
    ({ userId }) => userId,
  );
  return facts.people.map(({ userId, carriers, terms }) => {
    const own = told.get(userId) ?? [];
    const ofDay = own.filter((shift) => touches(shift, day));
    const mask = facts.requirement.skills.reduce(
      (sum, id, skill) => (id === '' || carriers.includes(id) ? sum | (1 << skill) : sum),
      0,
    );
    const mayLonger = limitsOf(terms, date).mayHoliday;
    return {
      userId,
      skills: mask,
      shifts: ofDay.map(spanOf),
      away: facts.absences
        .filter((absence) => absence.userId === userId)
        .map(({ fromAt, toAt }) => ({ from: fromAt.getTime(), to: toAt.getTime() })),
      presence: (spans.get(userId) ?? []).map(
        ({ state, fromAt, toAt }): PresenceSpan => ({
          state,
          from: fromAt.getTime(),
          to: (toAt ?? new Date(now.getTime() + 1)).getTime(),
        }),
      ),
      breakWindows: new Map(ofDay.map((shift) => [shift.id, breakWindows(shift, facts.templates)])),
      overtimeLeft: mayLonger ? overtimeLeft(minutesByDate(agreed.get(userId) ?? []), date) : 0,
      restMs: facts.rules['rest-between'].value * 60_000,
      lastEnd: own.findLast(({ endsAt }) => endsAt.getTime() <= day.from)?.endsAt.getTime() ?? null,
      nextStart: own.find(({ startsAt }) => startsAt.getTime() >= day.to)?.startsAt.getTime() ?? null,
    };
  });
}

function adherentOf(one: Helper, names: ReadonlyMap<string, string>, now: number) {
  const kept = one.shifts.map((shift) => adherenceOf(shift, one.presence, { excused: one.away, now }));
  const sum = (key: 'plannedMs' | 'keptMs' | 'plannedWorkMs' | 'workedMs') =>
    kept.reduce((ms, each) => ms + each[key], 0);
  const state = one.presence.findLast(({ from, to }) => from <= now && now < to)?.state ?? 'offline';
  return {
    userId: one.userId,
    name: names.get(one.userId) ?? '',
    shifts: one.shifts,
    state,
    isMissing: isMissing(one, now),
    isAway: one.away.some(({ from, to }) => from <= now && now < to),
    adherence: shareOf(sum('keptMs'), sum('plannedMs')),
    conformance: shareOf(sum('workedMs'), sum('plannedWorkMs')),
    keptMinutes: Math.round(sum('keptMs') / 60_000),
    plannedMinutes: Math.round(sum('plannedMs') / 60_000),
  };
}

function spanOf({ id, startsAt, endsAt, breaks }: PublishedShiftRow) {
  return {
    id,
    from: startsAt.getTime(),
    to: endsAt.getTime(),
    breaks: breaks.map((one) => ({ from: one.startsAt, to: one.endsAt })),
  };
}

function touches({ startsAt, endsAt }: PublishedShiftRow, { from, to }: Span): boolean {
  return startsAt.getTime() < to && endsAt.getTime() > from;
}
