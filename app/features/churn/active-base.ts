import { addDays } from '#app/features/sla/calendar-date.ts';
import type { DepartureKind } from './churn.ts';
import { type ChurnDefinition, definitionOn } from './definition.ts';

/** Lines that left in the same way on the same day, and came back on the same day or did not. */
export type LeftTogether = {
  on: string;
  kind: DepartureKind;
  carrierAccountId: string;
  returnedOn: string | null;
  lines: number;
};
/** Lines by the day they joined. */
export type JoinedTogether = { on: string; lines: number };

/** One day: `start + joined − left + returned = end`, and a day's end is the start of the next. */
export type BaseDay = {
  on: string;
  start: number;
  joined: number;
  left: number;
  returned: number;
  end: number;
};

/** What a tenant's definition does not count as churn never left: whoever went so is in the base all the time. */
export function countedOf<Left extends LeftTogether>(
  left: readonly Left[],
  definitions: readonly ChurnDefinition[],
): Left[] {
  return left.filter(({ on, kind, carrierAccountId }) =>
    definitionOn(definitions, on, carrierAccountId).kinds.includes(kind),
  );
}

/** The active base of every day from `from` to `to`, both within. `left`: what counts. */
export function baseByDay(
  joined: readonly JoinedTogether[],
  left: readonly LeftTogether[],
  { from, to }: { from: string; to: string },
): BaseDay[] {
  const joinedOn = sumBy(joined, ({ on }) => on);
  const leftOn = sumBy(left, ({ on }) => on);
  const returnedOn = sumBy(left, (one) => one.returnedOn);
  const before = (sums: ReadonlyMap<string, number>) =>
    [...sums].reduce((sum, [on, lines]) => (on < from ? sum + lines : sum), 0);
  let start = before(joinedOn) - before(leftOn) + before(returnedOn);
  const days: BaseDay[] = [];
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const moved = {
      joined: joinedOn.get(on) ?? 0,
      left: leftOn.get(on) ?? 0,
      returned: returnedOn.get(on) ?? 0,
    };
    const end = start + moved.joined - moved.left + moved.returned;
    days.push({ on, start, ...moved, end });
    start = end;
  }
  return days;
}

/** A month of the base. `rate`: of those it began with, how many left in it; null: it began with nobody. */
export type BaseMonth = Omit<BaseDay, 'on'> & { month: string; rate: number | null };

export function baseByMonth(days: readonly BaseDay[]): BaseMonth[] {
  const sum = (own: readonly BaseDay[], of: 'joined' | 'left' | 'returned') =>
    own.reduce((all, day) => all + day[of], 0);
  return [...Map.groupBy(days, ({ on }) => on.slice(0, 7))].map(([month, own]) => {
    const [start, left] = [own[0]?.start ?? 0, sum(own, 'left')];
    const end = own.at(-1)?.end ?? start;
    const rate = start > 0 ? left / start : null;
    return { month, start, joined: sum(own, 'joined'), left, returned: sum(own, 'returned'), end, rate };
  });
}

function sumBy<T extends { lines: number }>(
  rows: readonly T[],
  dayOf: (row: T) => string | null,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const on = dayOf(row);
    if (on !== null) sums.set(on, (sums.get(on) ?? 0) + row.lines);
  }
  return sums;
}
