import { changesOf, type ZoneChange } from '#app/features/sla/wall-clock.ts';

const dayMs = 86_400_000;
/** Nothing that is counted lies beyond. */
const counted = { from: Date.UTC(2000, 0, 1), to: Date.UTC(2060, 0, 1) };

/** How a zone's days are told from instants: in plain code, and by the same table in SQL. Days are numbered from 1970-01-01. */
export type ZoneDays = { dayOf(at: number): number; localSql(column: string): string };

const known = new Map<string, ZoneDays>();

export function zoneDays(timeZone: string): ZoneDays {
  const days = known.get(timeZone) ?? tell(changesOf(timeZone, counted));
  known.set(timeZone, days);
  return days;
}

function tell(changes: readonly ZoneChange[]): ZoneDays {
  const latestFirst = changes.toReversed();
  const offsetOf = (at: number) => latestFirst.find((change) => change.at <= at)?.offsetMs ?? 0;
  return {
    dayOf: (at) => Math.floor((at + offsetOf(at)) / dayMs),
    /** The zone's wall clock in ms, as an expression. */
    localSql: (column) => {
      const cases = latestFirst.map(({ at, offsetMs }) =>
        Number.isFinite(at) ? `when ${column} >= ${at} then ${offsetMs}` : `else ${offsetMs}`,
      );
      return cases.length === 1
        ? `(${column} + ${offsetOf(0)})`
        : `(${column} + case ${cases.join(' ')} end)`;
    },
  };
}

export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
