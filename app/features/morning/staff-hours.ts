import { wallHalfHours } from '#app/features/workload/half-hours.ts';
import { overlap, type PlannedShift, type PresenceSpan, type Span } from '../adherence/adherence.ts';
import { slotMs } from '../staffing/requirement.ts';

/** A half hour of elapsed time. `hour`: of the wall clock, `00`…`23`. `needed`: people, as foretold. */
export type StaffSlot = Span & { hour: string; needed: number };
export type Rostered = {
  shifts: readonly PlannedShift[];
  /** Sickness and leave: he is not planned then. */
  away: readonly Span[];
};
/** Mean numbers of people within an hour, and how long they were at work together, ms. */
export type StaffHour = { hour: string; needed: number; planned: number; there: number; thereMs: number };

/** The half hours of a date of the zone; `needs` stand in the same order. */
export function slotsOfDay(
  { on, from, timeZone }: { on: string; from: number; timeZone: string },
  needs: readonly number[],
): StaffSlot[] {
  const wall = wallHalfHours(on, timeZone, needs.length);
  return needs.map((needed, place) => ({
    from: from + place * slotMs,
    to: from + (place + 1) * slotMs,
    hour: String(Math.floor((wall[place] ?? 0) / 2)).padStart(2, '0'),
    needed,
  }));
}

/** Who was needed, planned and there, by hour of the wall clock: an hour that came twice is one of two hours' length. */
export function staffHours(
  slots: readonly StaffSlot[],
  people: readonly Rostered[],
  presence: readonly PresenceSpan[],
): StaffHour[] {
  const working = presence.filter(({ state }) => state === 'online' || state === 'busy');
  return [...Map.groupBy(slots, ({ hour }) => hour)].map(([hour, own]) => {
    const lengthMs = own.length * slotMs;
    const mean = (of: (slot: StaffSlot) => number) => own.reduce((sum, slot) => sum + of(slot), 0) / lengthMs;
    const there = mean((slot) => working.reduce((ms, span) => ms + overlap(span, slot), 0));
    return {
      hour,
      needed: mean(({ needed }) => needed * slotMs),
      planned: mean((slot) => people.reduce((ms, person) => ms + plannedIn(person, slot), 0)),
      there,
      thereMs: there * lengthMs,
    };
  });
}

function plannedIn({ shifts, away }: Rostered, slot: Span): number {
  const worked = shifts.reduce((ms, shift) => {
    const paused = shift.breaks.reduce((sum, one) => sum + overlap(one, slot), 0);
    return ms + overlap(shift, slot) - paused;
  }, 0);
  const gone = away.reduce((ms, span) => ms + overlap(span, slot), 0);
  return Math.max(0, worked - gone);
}
