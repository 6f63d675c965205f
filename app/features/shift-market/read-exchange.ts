import type { PlanFacts } from '#app/features/shift/plan-facts.ts';
import { readPlanFacts } from '#app/features/shift/read-plan-facts.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { getShiftSettings, listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { getRoster, type PublishedShiftRow } from '#db/tenant/queries/shifts.ts';

/** Shifts so long before a plan bear on what may be exchanged in it. */
const lookBackDays = 21;

/** What an exchange of these shifts is judged by: the whole of the plans they belong to, as people were told of them. */
export async function readExchange(
  desk: Omit<ShiftDesk, 'actor'>,
  shifts: readonly PublishedShiftRow[],
): Promise<{ facts: PlanFacts; approvesByRule: boolean }> {
  const { db, timeZone } = desk;
  const rosters = await Promise.all(
    [...new Set(shifts.map(({ rosterId }) => rosterId))].map((id) => getRoster(db, id)),
  );
  const known = rosters.filter((roster) => roster !== null);
  const from = known.map(({ fromDate }) => fromDate).sort()[0] ?? '';
  const to =
    known
      .map(({ toDate }) => toDate)
      .sort()
      .at(-1) ?? '';
  const { facts } = await readPlanFacts(desk, { from, to });
  const told = await listPublishedAt(db, {
    from: new Date(midnightOf(addDays(from, -lookBackDays), timeZone)),
    to: new Date(midnightOf(to, timeZone)),
  });
  const stored = told.map((shift) => ({ ...shift, isPinned: false }));
  return {
    facts: {
      ...facts,
      shifts: stored.filter(({ date }) => date >= from && date < to),
      earlier: stored.filter(({ date }) => date < from),
    },
    approvesByRule: (await getShiftSettings(db))?.approvesByRule ?? true,
  };
}
