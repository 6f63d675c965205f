import type { ShiftPerson } from '#app/features/roster/shift-problem.ts';
import { slotMs } from '#app/features/staffing/requirement.ts';
import type { SlotClock } from './clock-of.ts';
import type { AbsenceKind, AvailableTime } from './shift.ts';

type Away = ShiftPerson['away'][number];
export type Absence = { userId: string; kind: AbsenceKind; fromAt: Date; toAt: Date };

/** Absences as spans of slots; a half hour that is touched is gone. */
export function absenceSpans(absences: readonly Absence[], startsAt: number, slots: number): Away[] {
  return absences.flatMap(({ kind, fromAt, toAt }) => {
    const from = Math.max(0, Math.floor((fromAt.getTime() - startsAt) / slotMs));
    const to = Math.min(slots, Math.ceil((toAt.getTime() - startsAt) / slotMs));
    return from < to ? [{ from, to, why: kind }] : [];
  });
}

/** When he may not be asked by his contract, on his own wall clock. No times agreed: always may. */
export function unavailableSpans(available: readonly AvailableTime[], clock: SlotClock): Away[] {
  if (available.length === 0) return [];
  const week = availableWeek(available);
  const spans: Away[] = [];
  for (const [slot, halfHour] of clock.halfHours.entries()) {
    const weekday = clock.weekdays[slot] ?? 1;
    if (week[(weekday - 1) * 48 + halfHour]) continue;
    const last = spans.at(-1);
    if (last?.to === slot) spans[spans.length - 1] = { ...last, to: slot + 1 };
    else spans.push({ from: slot, to: slot + 1, why: 'unavailable' });
  }
  return spans;
}

/** By half hour of a week from Monday 00:00. */
function availableWeek(available: readonly AvailableTime[]): boolean[] {
  const week = Array.from({ length: 336 }, () => false);
  for (const { weekdays, from, to } of available) {
    const begins = Math.ceil(minutesOf(from) / 30);
    const until = Math.floor(minutesOf(to) / 30);
    const length = until > begins ? until - begins : until + 48 - begins;
    for (const weekday of weekdays) {
      const first = (weekday - 1) * 48 + begins;
      for (let place = 0; place < length; place++) week[(first + place) % 336] = true;
    }
  }
  return week;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
