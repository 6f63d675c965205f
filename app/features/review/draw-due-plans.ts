import { randomInt } from 'node:crypto';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { hasDrawnPeriod, listSamplePlans } from '#db/tenant/queries/samples.ts';
import { storeDraw } from './draw-plan.ts';
import { lastPeriod } from './sample-plan.ts';

const mostSeed = 2 ** 31;

/**
 * Draws every plan with a rhythm over its last whole week or month, once, by a seed nobody chooses. Done twice, or by
 * two at once, it draws once. A period that passed while nothing ran is not made up for: its work is drawn by hand.
 */
export async function drawDuePlans(db: TenantDb, now: Date, control: ControlDb): Promise<number> {
  const tenant = await getTenant(control, db.tenantId);
  if (!tenant) return 0;
  const drawer = { db, now, timeZone: tenant.timeZone, by: 'worker' };
  let draws = 0;
  for (const plan of await listSamplePlans(db)) {
    if (!plan.rhythm) continue;
    const period = lastPeriod(plan.rhythm, dateAt(now.getTime(), tenant.timeZone));
    if (await hasDrawnPeriod(db, plan.id, period.from)) continue;
    const drawing = { ...period, seed: randomInt(mostSeed), period: period.from };
    if ((await storeDraw(drawer, plan, drawing)).ok) draws += 1;
  }
  return draws;
}
