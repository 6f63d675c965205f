import { payHoursOf } from '#app/features/shift/pay-hours.ts';
import type { ShiftPersonRow } from '#app/features/shift/read-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { type Requirement, slotMs } from '#app/features/staffing/requirement.ts';
import { getRosterOn } from '#db/tenant/queries/morning.ts';
import { listExtraWork, listPresenceSpans } from '#db/tenant/queries/shift-life.ts';
import type { PublishedShiftRow } from '#db/tenant/queries/shifts.ts';
import { planGaps } from './plan-gaps.ts';
import { readRostered, slotsOf } from './read-rostered.ts';
import { slotsOfDay, staffHours } from './staff-hours.ts';

/** Yesterday's people by the hour and what they cost in time, and where tomorrow's plan falls short. */
export async function readStaffing(desk: ShiftDesk, yesterday: string) {
  const { db } = desk;
  const tomorrow = addDays(yesterday, 2);
  const { requirement, people, told, rostered, startsAt } = await readRostered(desk, {
    from: yesterday,
    to: addDays(yesterday, 3),
  });
  const before = requirement.dayStarts[2] ?? 0;
  const slots = slotsOf({ requirement, startsAt }, before, requirement.dayStarts[3] ?? 0);
  const { board, gaps } = planGaps(slots, rostered);
  return {
    hours: await readHours(desk, { yesterday, from: startsAt, requirement, rostered }),
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
      gaps: gaps.map((gap) => ({ ...gap, skill: requirement.skills[gap.skill] ?? '' })),
    },
  };
}
export type StaffingView = Awaited<ReturnType<typeof readStaffing>>;

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
  people: ShiftPersonRow[];
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
