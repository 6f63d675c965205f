import { Temporal } from 'temporal-polyfill';

/** Minutes after a local midnight, as an instant in epoch ms. */
type WallClock = (date: string, minutes: number) => number;
/** From then on a zone is so far ahead of UTC. */
export type ZoneChange = { at: number; offsetMs: number };

const minuteMs = 60_000;
const nearMs = 3 * 86_400_000;

/**
 * Reads the wall clock of a zone between two instants. Far from a change of its clocks that is arithmetic; near
 * one Temporal is asked, which is a hundred times slower. A reading that a change skips is moved on by the gap,
 * and of one that comes twice the first is meant (`compatible`, as RFC 5545 has it).
 */
export function wallClock(timeZone: string, within: { from: number; to: number }): WallClock {
  const changes = changesOf(timeZone, within);
  return (date, minutes) => {
    const asUtc = Date.parse(`${date}T00:00:00Z`) + minutes * minuteMs;
    const isNear = changes.some(({ at }) => Math.abs(at - asUtc) < nearMs);
    if (isNear) return askTemporal(timeZone, date, minutes);
    return asUtc - (changes.findLast(({ at }) => at < asUtc)?.offsetMs ?? 0);
  };
}

export function midnightOf(date: string, timeZone: string): number {
  return askTemporal(timeZone, date, 0);
}

/** The date that the zone's wall clock shows. */
export function dateAt(at: number, timeZone: string): string {
  return zoned(at, timeZone).toPlainDate().toString();
}

function askTemporal(timeZone: string, date: string, minutes: number): number {
  const reading = Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes });
  return reading.toZonedDateTime(timeZone).epochMilliseconds;
}

/** Every offset in force, with its beginning; the first holds since before the span. */
export function changesOf(timeZone: string, { from, to }: { from: number; to: number }): ZoneChange[] {
  let last = zoned(from - 2 * nearMs, timeZone);
  const changes = [{ at: Number.NEGATIVE_INFINITY, offsetMs: last.offsetNanoseconds / 1e6 }];
  for (;;) {
    const next = last.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > to + 2 * nearMs) return changes;
    changes.push({ at: next.epochMilliseconds, offsetMs: next.offsetNanoseconds / 1e6 });
    last = next;
  }
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(at)).toZonedDateTimeISO(timeZone);
}
