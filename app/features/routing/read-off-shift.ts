import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { getShiftSettings, hasPublishedPlan, listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { listWorkTerms } from '#db/tenant/queries/shifts.ts';

/**
 * Of these people, those whom the roster gives no work now: the house wants it so, a plan of this day was published, and
 * they are not on shift. Whoever has no terms of work is in no plan and is not ruled by one.
 */
export async function readOffShift(
  db: TenantDb,
  now: Date,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const settings = await getShiftSettings(db);
  if (!settings?.holdsOffShift || userIds.length === 0) return new Set();
  const planned = (await listWorkTerms(db)).filter(({ userId }) => userIds.includes(userId));
  const off = new Set<string>();
  const told = await listPublishedAt(db, { from: now, to: new Date(now.getTime() + 1) }, userIds);
  const onShift = new Set(told.map(({ userId }) => userId));
  const byDate = Map.groupBy(planned, ({ timeZone }) => dateAt(now.getTime(), timeZone));
  for (const [date, people] of byDate) {
    if (!(await hasPublishedPlan(db, date))) continue;
    for (const { userId } of people) if (!onShift.has(userId)) off.add(userId);
  }
  return off;
}
