import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { getShiftSettings, hasPublishedPlan, listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { listWorkTerms } from '#db/tenant/queries/shifts.ts';

/**
 * Of these people, those whom the roster gives no work now: the house wants it so, a plan of this day was published, and
 * they are not on shift. Whoever has no terms of work is in no plan and is not ruled by one. `isNew`: asked for work that comes
 * by itself, which does not come in the last minutes of a shift either.
 */
export async function readOffShift(
  db: TenantDb,
  now: Date,
  userIds: readonly string[],
  { isNew = false } = {},
): Promise<ReadonlySet<string>> {
  const settings = await getShiftSettings(db);
  if (!settings?.holdsOffShift || userIds.length === 0) return new Set();
  const planned = (await listWorkTerms(db)).filter(({ userId }) => userIds.includes(userId));
  const off = new Set<string>();
  const told = await listPublishedAt(db, { from: now, to: new Date(now.getTime() + 1) }, userIds);
  const until = now.getTime() + (isNew ? settings.lastMinutes * 60_000 : 0);
  const onShift = new Set(told.filter(({ endsAt }) => endsAt.getTime() > until).map(({ userId }) => userId));
  const byDate = Map.groupBy(planned, ({ timeZone }) => dateAt(now.getTime(), timeZone));
  for (const [date, people] of byDate) {
    if (!(await hasPublishedPlan(db, date))) continue;
    for (const { userId } of people) if (!onShift.has(userId)) off.add(userId);
  }
  return off;
}
