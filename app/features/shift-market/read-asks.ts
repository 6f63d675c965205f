import { can } from '#app/features/access/can.ts';
import { usualLastMinutes } from '#app/features/routing/routing.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { getShiftSettings, listAskedAbsences, listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { readAskedOffers } from './read-market.ts';

export type Asks = Awaited<ReturnType<typeof readAsks>>;

/** What waits for a planner: exchanges, and days off with the shifts that they would leave open. */
export async function readAsks(desk: ShiftDesk) {
  const { db, control, actor } = desk;
  const names = new Map((await listColleagues(control, db.tenantId)).map(({ id, name }) => [id, name]));
  const settings = await getShiftSettings(db);
  const absences = await Promise.all(
    (await listAskedAbsences(db)).map(async ({ id, userId, kind, fromAt, toAt, note }) => ({
      id,
      kind,
      fromAt,
      lastAt: new Date(toAt.getTime() - 1),
      note,
      name: names.get(userId) ?? '',
      shifts: (await listPublishedAt(db, { from: fromAt, to: toAt }, [userId])).length,
    })),
  );
  return {
    offers: await readAskedOffers(desk),
    absences,
    settings: {
      holdsOffShift: settings?.holdsOffShift ?? false,
      approvesByRule: settings?.approvesByRule ?? true,
      lastMinutes: settings?.lastMinutes ?? usualLastMinutes,
    },
    maySet: can(actor, 'shift:write'),
  };
}
