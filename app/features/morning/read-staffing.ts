import { boardOf, gapsOf } from '#app/features/intraday/board.ts';
import { payHoursOf } from '#app/features/shift/pay-hours.ts';
import { readPeople } from '#app/features/shift/read-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { readRequirement } from '#app/features/staffing/read-requirement.ts';
import { type Requirement, slotMs } from '#app/features/staffing/requirement.ts';
import { getRosterOn } from '#db/tenant/queries/morning.ts';
import { listExtraWork, listPresenceSpans, listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { listAbsencesWithin, type PublishedShiftRow } from '#db/tenant/queries/shifts.ts';
import { slotsOfDay, staffHours } from './staff-hours.ts';

/** Yesterday's people by the hour and what they cost in time, and where tomorrow's plan falls short. */
export async function readStaffing(desk: ShiftDesk, yesterday: string) {
  const { db, timeZone } = desk;
  const tomorrow = addDays(yesterday, 2);
  const [from, to] = [midnightOf(yesterday, timeZone), midnightOf(addDays(yesterday, 3), timeZone)];
  const around = { from: new Date(from), to: new Date(to) };
  const requirement = await readRequirement(db, timeZone, { from: yesterday, to: addDays(yesterday, 3) });
  const [people, told, absences] = [
    await readPeople(desk, requirement.skills),
    await listPublishedAt(db, around),
    await listAbsencesWithin(db, around),
  ];
  const rostered = people.map(({ userId, carriers }) => ({
    userId,
    skills: maskOf(requirement.skills, carriers),
    shifts: told.filter((shift) => shift.userId === userId).map(spanOf),
    away: absences
      .filter((absence) => absence.userId === userId)
      .map(({ fromAt, toAt }) => ({ from: fromAt.getTime(), to: toAt.getTime() })),
  }));
  const before = requirement.dayStarts[2] ?? 0;
  const tomorrowFrom = from + before * slotMs;
  const slots = slotsWithNeeds(requirement, before, tomorrowFrom);
  const board = boardOf(
    slots,
    rostered.map((one) => ({ ...one, presence: [] })),
    desk.now.getTime(),
  );
  return {
    hours: await readHours(desk, { yesterday, from, requirement, rostered }),
    cost: await readCost(desk, { yesterday, told, people }),
    tomorrow: {
      on: tomorrow,
      rosterId: await getRosterOn(db, tomorrow),
      isForetold: requirement.skills.length > 0,
      slots: board.map((slot) => ({
        from: slot.from,
        needed: slot.needs.reduce((sum, need) => sum + need, 0),
        planned: slot.plannedHeads,
        served: slot.planned.reduce((sum, served) => sum + served, 0),
      })),
      gaps: gapsOf(board, desk.now.getTime()).map((gap) => ({
        ...gap,
        skill: requirement.skills[gap.skill] ?? '',
      })),
    },
  };
}
export type StaffingView = Awaited<ReturnType<typeof readStaffing>>;

function slotsWithNeeds({ bySkillAndSlot, dayStarts }: Requirement, first: number, from: number) {
  return Array.from({ length: (dayStarts[3] ?? 0) - first }, (_, slot) => ({
    from: from + slot * slotMs,
    to: from + (slot + 1) * slotMs,
    needs: bySkillAndSlot.map((needs) => needs[first + slot] ?? 0),
  }));
}

type Yesterday = {
  yesterday: string;
  from: number;
  requirement: Requirement;
  rostered: Parameters<typeof staffHours>[1];
};

async function readHours(
  { db, now, timeZone }: ShiftDesk,
  { yesterday, from, requirement, rostered }: Yesterday,
) {
  const count = requirement.dayStarts[1] ?? 0;
  const needs = Array.from({ length: count }, (_, slot) =>
    requirement.bySkillAndSlot.reduce((sum, own) => sum + (own[slot] ?? 0), 0),
  );
  const span = { from: new Date(from), to: new Date(from + count * slotMs) };
  const presence = (await listPresenceSpans(db, span)).map(({ state, fromAt, toAt }) => ({
    state,
    from: fromAt.getTime(),
    to: (toAt ?? now).getTime(),
  }));
  return staffHours(slotsOfDay({ on: yesterday, from, timeZone }, needs), rostered, presence);
}

type Paid = {
  yesterday: string;
  told: readonly PublishedShiftRow[];
  people: Awaited<ReturnType<typeof readPeople>>;
};

/** A shift is of the day on which it begins, whole: Pult knows hours, not wages. */
async function readCost({ db, timeZone }: ShiftDesk, { yesterday, told, people }: Paid) {
  const paid = payHoursOf(
    people.map(({ userId, terms }) => ({ userId, timeZone: terms?.timeZone ?? timeZone })),
    told.filter(({ date }) => date === yesterday),
    timeZone,
  );
  const extra = await listExtraWork(
    db,
    people.map(({ userId }) => userId),
    yesterday,
  );
  const agreed = extra.filter(({ date, state }) => date === yesterday && state === 'agreed');
  const sum = (of: (one: (typeof paid)[number]) => number) => paid.reduce((all, one) => all + of(one), 0);
  return {
    shifts: sum(({ shifts }) => shifts),
    plannedMinutes: sum(({ workedMinutes }) => workedMinutes),
    nightMinutes: sum(({ nightMinutes }) => nightMinutes),
    holidayMinutes: sum(({ holidayMinutes }) => holidayMinutes),
    extraMinutes: agreed.reduce(
      (all, { startsAt, endsAt }) => all + (endsAt.getTime() - startsAt.getTime()) / 60_000,
      0,
    ),
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

function maskOf(skills: readonly string[], carriers: readonly string[]): number {
  return skills.reduce(
    (mask, id, skill) => (id === '' || carriers.includes(id) ? mask | (1 << skill) : mask),
    0,
  );
}
