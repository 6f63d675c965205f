import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getDebt } from '#db/tenant/queries/debt-pages.ts';
import { planMoves } from './plan-moves.ts';
import { readLadders } from './read-ladders.ts';
import { settle } from './walk.ts';
import { callSuspensions } from './write-walks.ts';

const mostTries = 5;

/**
 * What follows at once from money, a dispute or a promise: its ladder is left, held or released, nobody is called
 * any more, and a suspension is looked at. Steps wait for the night. `false`: there is no such receivable.
 */
export async function reactToDebt(
  { db, now, timeZone }: { db: TenantDb; now: Date; timeZone: string },
  receivableId: string,
): Promise<boolean> {
  const on = dateAt(now.getTime(), timeZone);
  for (let tries = 0; tries < mostTries; tries++) {
    const debt = await getDebt(db, receivableId);
    if (!debt) return false;
    const desk = { db, now, on, ladders: await readLadders(db) };
    const { statements } = await planMoves(desk, [debt], settle);
    const all = [...statements, ...callSuspensions(db, [receivableId], 'interactive', now)];
    const changes = [{ topic: 'receivable', id: receivableId }];
    if ((await commit(db, all, changes)).ok) return true;
  }
  throw new Error(`The standing of the receivable ${receivableId} lost every race.`);
}
