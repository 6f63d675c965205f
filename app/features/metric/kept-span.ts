import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import type { KeptSpan } from '#db/tenant/queries/kept-table.ts';

type Asked = { from: string; to: string; now: Date; timeZone: string };

/** A span of dates of the tenant's zone with the instants it reaches over. */
export function keptSpanOf({ from, to, now, timeZone }: Asked): KeptSpan {
  return {
    from,
    to,
    since: new Date(midnightOf(from, timeZone)),
    before: new Date(midnightOf(addDays(to, 1), timeZone)),
    now,
    today: dateAt(now.getTime(), timeZone),
  };
}
