import { channels } from '#app/features/contact/contact.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listProfiles, listWaiting } from '#db/tenant/queries/routing.ts';
import { readAgentsAtWork } from './read-agents.ts';
import { type Agent, distribute, hasRoom, type Waiting } from './routing.ts';
import { giveCase } from './take-next.ts';

const mostAtOnce = 300;

/** Gives what waits to those at work who serve this client company and to whom work comes by itself. Returns how much was given. */
export async function routeCases(db: TenantDb, now: Date, control: ControlDb): Promise<number> {
  const pushed = (await listProfiles(db)).filter(({ isPushed }) => isPushed);
  if (pushed.length === 0) return 0;
  const serving = new Set((await listColleagues(control, db.tenantId)).map(({ id }) => id));
  const userIds = pushed.map(({ userId }) => userId).filter((id) => serving.has(id));
  const agents = await readAgentsAtWork(db, now, userIds);
  if (agents.length === 0) return 0;
  const waiting = await listFor(db, agents, now);
  const author = { by: 'worker' as const, actor: 'worker', at: now };
  let count = 0;
  for (const { caseId, userId } of distribute(agents, waiting, now)) {
    if (await giveCase(db, caseId, userId, author)) count += 1;
  }
  return count;
}

/** What those with room could take: they are asked by what they know, so that nothing hides behind the rest. */
async function listFor(db: TenantDb, agents: readonly Agent[], now: Date): Promise<Waiting[]> {
  const found = new Map<string, Waiting>();
  const free = agents.filter(({ heldBackReason }) => heldBackReason === null);
  for (const alike of Map.groupBy(free, knowledgeOf).values()) {
    const [first] = alike;
    const open = channels.filter((channel) => alike.some((agent) => hasRoom(agent, channel)));
    if (!first || open.length === 0) continue;
    const { carriers, kinds, languages, saves, bars } = first;
    const wanted = { carriers, kinds, languages, saves, bars, channels: open };
    for (const one of await listWaiting(db, now, mostAtOnce, wanted)) found.set(one.id, one);
  }
  return [...found.values()];
}

function knowledgeOf({ carriers, kinds, languages, saves, bars }: Agent): string {
  return JSON.stringify([carriers, kinds, languages, saves, bars]);
}
