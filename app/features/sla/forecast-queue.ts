import type { Channel } from '#app/features/contact/contact.ts';
import { readAgentsAtWork } from '#app/features/routing/read-agents.ts';
import { mayTake } from '#app/features/routing/routing.ts';
import type { TenantDb } from '#db/open.ts';
import { listHandledFacts } from '#db/tenant/queries/forecasts.ts';
import { listWaiting } from '#db/tenant/queries/routing.ts';
import { type Agent, foreseeBreaches } from './foresee-breaches.ts';
import { handlingTimes, usualHandlingMs } from './handling-time.ts';

export type ForeseenCase = {
  id: string;
  channel: Channel;
  dueAt: Date | null;
  takenAt: Date | null;
  isLate: boolean;
};

const mostWaiting = 500;
const mostHandled = 400;
/** Until there is a roster, whoever is at work is taken to stay. */
const stays = Number.MAX_SAFE_INTEGER;

/**
 * What waits for somebody now, in the order in which it is given out, and which of it will be late before
 * anyone at work can take it. Who has work in hand is free when half of it is done.
 */
export async function forecastQueue(db: TenantDb, now: Date): Promise<ForeseenCase[]> {
  const waiting = await listWaiting(db, now, mostWaiting);
  const times = handlingTimes(await listHandledFacts(db, mostHandled));
  const timeOf = (channel: Channel) => times.get(channel) ?? usualHandlingMs;
  const atWork = (await readAgentsAtWork(db, now)).filter(({ heldBackReason }) => heldBackReason === null);
  const able = atWork.filter((agent) => waiting.some((one) => mayTake(agent, one)));
  const agents: Agent[] = able.map(({ load }) => ({
    freeAt: now.getTime() + inHandMs(load, timeOf) / 2,
    until: stays,
  }));
  const queue = waiting.map(({ id, channel, dueAt }) => ({
    id,
    dueAt: dueAt?.getTime() ?? null,
    handlingMs: timeOf(channel),
  }));
  return foreseeBreaches(queue, agents, now.getTime()).map(({ id, takenAt, isLate }, index) => ({
    id,
    channel: waiting[index]?.channel ?? 'web',
    dueAt: waiting[index]?.dueAt ?? null,
    takenAt: takenAt === null ? null : new Date(takenAt),
    isLate,
  }));
}

function inHandMs(load: Partial<Record<Channel, number>>, timeOf: (channel: Channel) => number): number {
  return Object.entries(load).reduce((sum, [channel, n]) => sum + n * timeOf(channel as Channel), 0);
}
