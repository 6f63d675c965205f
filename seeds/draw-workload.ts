import { weekdayOf } from '#app/features/sla/calendar.ts';
import { addDays, daysBetween } from '#app/features/sla/calendar-date.ts';
import { halfHoursADay } from '#app/features/workload/half-hours.ts';
import type { WorkQueueKey } from '#app/features/workload/work-queue.ts';
import { createDraws, type Draws } from './draws.ts';

/** `busiest`: contacts of the busiest half hour of a Monday. `opens`, `closes`: half hours; outside nobody is let in. */
export type DrawnQueue = {
  queue: WorkQueueKey;
  busiest: number;
  opens: number;
  closes: number;
  handlingS: number;
  /** How many times the old level it has since so many days before the end. */
  shift?: { days: number; ratio: number };
};
export type DrawnDays = { on: string; contacts: number[]; handlingS: number[] }[];
export type Oddities = { isHoliday(on: string): boolean; outageOn: string };

/** Hour by hour, the morning's peak being one. */
const hours = [
  ...[0.09, 0.06, 0.04, 0.04, 0.05, 0.08, 0.16, 0.32, 0.58, 0.85, 1, 0.98],
  ...[0.88, 0.84, 0.87, 0.9, 0.88, 0.82, 0.74, 0.64, 0.52, 0.38, 0.25, 0.15],
];
const weekdays = [1, 0.95, 0.92, 0.9, 0.93, 0.66, 0.54];

/** What came to a queue on the days before `until`, in a zone whose clocks never change. */
export function drawWorkload(
  seed: number,
  { queue, busiest, opens, closes, handlingS, shift }: DrawnQueue,
  { until, days }: { until: string; days: number },
  { isHoliday, outageOn }: Oddities,
): DrawnDays {
  const draws = createDraws(seed);
  return Array.from({ length: days }, (_, day) => {
    const on = addDays(until, day - days);
    const level = busiest * levelOf(on, daysBetween(addDays(until, -days), on), isHoliday(on));
    const shifted = shift && day >= days - shift.days ? level * shift.ratio : level;
    const own = shifted * (1 + (uniform(draws) - 0.5) * 0.16);
    const contacts = Array.from({ length: halfHoursADay }, (_, slot) => {
      const isOut = on === outageOn && queue.startsWith('call') && slot >= 21 && slot < 34;
      const mean = slot >= opens && slot < closes ? own * shapeAt(slot) * (isOut ? 3 : 1) : 0;
      return drawCount(draws, mean);
    });
    const seconds = contacts.map((count, slot) => {
      const nightly = slot < 14 ? 1.15 : 1;
      return Math.round(count * handlingS * nightly * (0.9 + uniform(draws) * 0.2));
    });
    return { on, contacts, handlingS: seconds };
  });
}

/** The weekday, a slow growth and the year's course; on the first two days of a month bills come. */
function levelOf(on: string, day: number, isHoliday: boolean): number {
  const season = 1 + 0.06 * Math.cos((2 * Math.PI * (daysBetween('2025-01-01', on) % 365)) / 365);
  const billing = on.endsWith('-01') ? 1.5 : on.endsWith('-02') ? 1.15 : 1;
  const weekday = isHoliday ? 0.45 : (weekdays[weekdayOf(on) - 1] ?? 1);
  return weekday * season * billing * (1 + (0.08 * day) / 365);
}

function shapeAt(slot: number): number {
  const hour = slot / 2;
  const [from, to] = [hours[Math.floor(hour)] ?? 0, hours[(Math.floor(hour) + 1) % 24] ?? 0];
  return hour % 1 === 0 ? from : (from + to) / 2;
}

/** Poisson, by the product of uniform draws (Knuth). */
function drawCount(draws: Draws, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = uniform(draws); product > floor; product *= uniform(draws)) count += 1;
  return count;
}

function uniform(draws: Draws): number {
  return draws.int(1, 1_000_000) / 1_000_000;
}
