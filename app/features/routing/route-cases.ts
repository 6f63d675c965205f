import { listColleagues } from '#db/control/queries/colleagues.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listAgentsAtWork, listProfiles, listWaiting } from '#db/tenant/queries/routing.ts';
import { distribute } from './routing.ts';
import { giveCase } from './take-next.ts';

const mostAtOnce = 300;

/** Gives what waits to those at work who serve this client company and to whom work comes by itself. Returns how much was given. */
export async function routeCases(db: TenantDb, now: Date, control: ControlDb): Promise<number> {
  const pushed = (await listProfiles(db)).filter(({ isPushed }) => isPushed);
  if (pushed.length === 0) return 0;
  const serving = new Set((await listColleagues(control, db.tenantId)).map(({ id }) => id));
  const userIds = pushed.map(({ userId }) => userId).filter((id) => serving.has(id));
  const agents = await listAgentsAtWork(db, userIds);
  if (agents.length === 0) return 0;
  const waiting = await listWaiting(db, now, mostAtOnce);
  const author = { by: 'worker' as const, actor: 'worker', at: now };
  let count = 0;
  for (const { caseId, userId } of distribute(agents, waiting, now)) {
    if (await giveCase(db, caseId, userId, author)) count += 1;
  }
  return count;
}
