import { daysBetween } from '#app/features/sla/calendar-date.ts';
/**
 * How a receivable paid until now. `lateDays`: of all its charges, days after the due date, none for those in time.
 * `lastDays`: of the last charges, the newest first, from the due date to the day it was settled; below 0: before it.
 */
export type PaymentHabit = {
  charges: number;
  late: number;
  lateDays: number;
  lastDays: number[];
  chargedKopecks: number;
  firstDueOn: string;
  countedUntil: string;
};

/** A charge of which nothing is open any more; dates of the tenant's zone. */
export type ClosedCharge = { dueOn: string; settledOn: string; kopecks: number };

const lastKept = 12;
/** Counts a charge in on the day it closes. `habit` is null with the first one. */
export function countHabit(habit: PaymentHabit | null, charge: ClosedCharge): PaymentHabit {
  const { dueOn, settledOn, kopecks } = charge;
  const days = daysBetween(dueOn, settledOn);
  return {
    charges: (habit?.charges ?? 0) + 1,
    late: (habit?.late ?? 0) + (days > 0 ? 1 : 0),
    lateDays: (habit?.lateDays ?? 0) + Math.max(0, days),
    lastDays: [days, ...(habit?.lastDays ?? [])].slice(0, lastKept),
    chargedKopecks: (habit?.chargedKopecks ?? 0) + kopecks,
    firstDueOn: habit && habit.firstDueOn < dueOn ? habit.firstDueOn : dueOn,
    countedUntil: habit && habit.countedUntil > settledOn ? habit.countedUntil : settledOn,
  };
}

/**
 * Takes a charge out again that was counted and is open anew, or was taken back itself: it says nothing until it is
 * settled. `null`: none is left. When the first was due and what was counted last stay as they were.
 */
export function discountHabit(habit: PaymentHabit, charge: ClosedCharge): PaymentHabit | null {
  if (habit.charges <= 1) return null;
  const days = daysBetween(charge.dueOn, charge.settledOn);
  const place = habit.lastDays.indexOf(days);
  return {
    ...habit,
    charges: habit.charges - 1,
    late: Math.max(0, habit.late - (days > 0 ? 1 : 0)),
    lateDays: Math.max(0, habit.lateDays - Math.max(0, days)),
    lastDays: place === -1 ? habit.lastDays : habit.lastDays.toSpliced(place, 1),
    chargedKopecks: Math.max(0, habit.chargedKopecks - charge.kopecks),
  };
}
