import { addDays } from '#app/features/sla/calendar-date.ts';

/** Within so many days a carrier has to say it again. */
const repeatDays = 30;

/**
 * What a carrier's "no such number" says. Once is a sign that a person checks: numbers are mistyped and registers lag. Said
 * again on a later day it is a departure, on the day of the first. `toldOn`: dates on which it was said since the carrier
 * last knew the number, the oldest first.
 */
export function readUnknownNumber(toldOn: readonly string[]): 'sign' | { leftOn: string } | null {
  const last = toldOn.at(-1);
  if (last === undefined) return null;
  const first = toldOn.find((on) => on >= addDays(last, -repeatDays)) ?? last;
  return first < last ? { leftOn: first } : 'sign';
}
