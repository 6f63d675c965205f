import { readBars } from '#app/features/admission/read-bars.ts';
import type { TenantDb } from '#db/open.ts';
import { listAgentsAtWork } from '#db/tenant/queries/routing.ts';
import { readOffShift } from './read-off-shift.ts';
import type { Agent } from './routing.ts';

/**
 * The agents at work with what they have in hand and what they may not be given, but those whom the roster gives no new
 * work now; `userIds`: only these.
 */
export async function readAgentsAtWork(
  db: TenantDb,
  now: Date,
  userIds?: readonly string[],
): Promise<Agent[]> {
  const online = await listAgentsAtWork(db, userIds);
  const ids = online.map(({ userId }) => userId);
  const offShift = await readOffShift(db, now, ids, { isNew: true });
  const agents = online.filter(({ userId }) => !offShift.has(userId));
  const barsFor = await readBars(db, ids, now);
  return agents.map((agent) => ({ ...agent, bars: barsFor(agent.userId) }));
}
