import { Temporal } from 'temporal-polyfill';
import { slotMs } from '#app/features/staffing/requirement.ts';

/** By slot: half hours since midnight on a zone's wall, 0…47, and its ISO weekday. */
export type SlotClock = { halfHours: number[]; weekdays: number[] };

const minuteMs = 60_000;
/** So many slots are taken at once: clocks rarely change, and to ask when is slow. */
const stride = 48;

/** What the wall clock of a zone shows at each half hour of elapsed time from an instant on. */
export function clockOf(timeZone: string, startsAt: number, slots: number): SlotClock {
  const clock: SlotClock = { halfHours: [], weekdays: [] };
  for (let from = 0; from < slots; from += stride) {
    const to = Math.min(from + stride, slots);
    const first = offsetOf(timeZone, startsAt + from * slotMs);
    const isSteady = first === offsetOf(timeZone, startsAt + to * slotMs);
    for (let slot = from; slot < to; slot++) {
      const at = startsAt + slot * slotMs;
      const local = at + (isSteady ? first : offsetOf(timeZone, at));
      clock.halfHours.push(Math.floor(local / (30 * minuteMs)) % 48);
      clock.weekdays.push(new Date(local).getUTCDay() || 7);
    }
  }
  return clock;
}

function offsetOf(timeZone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
}
