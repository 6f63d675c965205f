import { addDays } from '#app/features/sla/calendar-date.ts';

/** Calls are made in the middle of the day: minutes after a local midnight. */
export const callHours = { from: 10 * 60, until: 19 * 60 };

export type CallSlot = { on: string; minute: number };

/**
 * Puts so many calls on the working days from a date on: each day takes what it has left of its limit, and spreads
 * them evenly over its hours. `taken`: what each day has already; `minuteNow`: of the first day, what is over.
 */
export function spreadCalls(
  count: number,
  taken: ReadonlyMap<string, number>,
  { from, minuteNow, perDay }: { from: string; minuteNow: number; perDay: number },
): CallSlot[] {
  const slots: CallSlot[] = [];
  const isOver = minuteNow >= callHours.until;
  for (let on = isOver ? addDays(from, 1) : from; slots.length < count; on = addDays(on, 1)) {
    if (isWeekend(on)) continue;
    const used = taken.get(on) ?? 0;
    const room = Math.min(Math.max(perDay - used, 0), count - slots.length);
    for (let place = used; place < used + room; place += 1)
      slots.push({ on, minute: minuteOf(place, perDay) });
  }
  return slots.map((slot) =>
    slot.on === from ? { on: from, minute: Math.max(slot.minute, minuteNow) } : slot,
  );
}

/** The day's calls at equal distances, the first when the hours begin. */
function minuteOf(place: number, perDay: number): number {
  return callHours.from + Math.floor(((callHours.until - callHours.from) * place) / perDay);
}

function isWeekend(date: string): boolean {
  const day = new Date(date).getUTCDay();
  return day === 0 || day === 6;
}
