import { readBars } from '#app/features/admission/read-bars.ts';
import type { TenantDb } from '#db/open.ts';
import { listAgentsAtWork } from '#db/tenant/queries/routing.ts';
import type { Agent } from './routing.ts';

/** The agents at work with what they have in hand and what they may not be given; `userIds`: only these. */
export async function readAgentsAtWork(
  db: TenantDb,
  now: Date,
  userIds?: readonly string[],
): Promise<Agent[]> {
  const agents = await listAgentsAtWork(db, userIds);
  const barsFor = await readBars(
    db,
    agents.map(({ userId }) => userId),
    now,
  );
  return agents.map((agent) => ({ ...agent, bars: barsFor(agent.userId) }));
}
