import { isStatedHoliday } from '#app/features/sla/russian-holidays.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';
import { clockOf } from './clock-of.ts';
import type { ShiftFacts } from './shift.ts';

/** Minutes worked of one person, unpaid breaks left out: all, those of 22–06 on his own wall (154), and of holidays (153). */
export type PayHours = {
  userId: string;
  shifts: number;
  workedMinutes: number;
  nightMinutes: number;
  holidayMinutes: number;
};

type PaidShift = Pick<ShiftFacts, 'userId' | 'startsAt' | 'endsAt' | 'breaks'>;

/** What payroll needs of some shifts, by person in the order given. A holiday is a date of the tenant's zone. */
export function payHoursOf(
  people: readonly { userId: string; timeZone: string }[],
  shifts: readonly PaidShift[],
  timeZone: string,
): PayHours[] {
  return people.map(({ userId, timeZone: ownZone }) => {
    const own = shifts.filter((shift) => shift.userId === userId);
    const slots = own.flatMap((shift) => workedSlots(shift, ownZone));
    const minutes = (of: (slot: Slot) => boolean) => (slots.filter(of).length * slotMs) / 60_000;
    return {
      userId,
      shifts: own.length,
      workedMinutes: minutes(() => true),
      nightMinutes: minutes(({ isNight }) => isNight),
      holidayMinutes: minutes(({ at }) => isStatedHoliday(dateAt(at, timeZone))),
    };
  });
}

type Slot = { at: number; isNight: boolean };

function workedSlots({ startsAt, endsAt, breaks }: PaidShift, zone: string): Slot[] {
  const start = startsAt.getTime();
  const count = Math.round((endsAt.getTime() - start) / slotMs);
  const { halfHours } = clockOf(zone, start, count);
  const unpaid = breaks.filter(({ isPaid }) => !isPaid);
  return halfHours
    .map((halfHour, place) => ({ at: start + place * slotMs, isNight: halfHour >= 44 || halfHour < 12 }))
    .filter(({ at }) => !unpaid.some((one) => at >= one.startsAt && at < one.endsAt));
}
