import { type Bars, isBarred } from '../admission/bars.ts';
import type { Channel } from '../contact/contact.ts';

/** `online` takes work, `busy` finishes what he has, `away` comes back, `offline` has gone. */
export const presenceStates = ['online', 'busy', 'away', 'offline'] as const;
export type PresenceState = (typeof presenceStates)[number];

/** How many open cases of a channel an agent is given at once; a channel not named: as many as `rest`. */
export type Capacity = Partial<Record<Channel, number>> & { rest: number };

/** An empty list of a skill means: all of them. */
export type Skills = {
  carriers: readonly string[];
  kinds: readonly string[];
  languages: readonly string[];
  /** Whether those who want to leave are his to talk to. */
  saves: boolean;
};

export type Agent = Skills & {
  userId: string;
  capacity: Capacity;
  heldBackReason: string | null;
  /** What he has passed no test for. */
  bars: Bars;
  /** His open cases, by channel. */
  load: Partial<Record<Channel, number>>;
};

export type Waiting = {
  id: string;
  channel: Channel;
  carrier: string | null;
  kind: string;
  language: string;
  /** Its topic says that he wants to leave, or somebody talks to him about it. */
  isLeaving: boolean;
  dueAt: Date | null;
  createdAt: Date;
  /** Who served this subscriber last, if anybody. */
  lastAgentId: string | null;
};

/** No new work comes so many minutes before the end of a shift, as long as nobody has said otherwise. */
export const usualLastMinutes = 15;

/** How long a case is kept for the agent who knows its subscriber, when he is at work, ms. */
export const keptForLastAgentMs = 2 * 60_000;

/** Whether the agent knows what the case needs. What nobody could tell of a case needs no skill. */
export function hasSkills(
  skills: Skills,
  waiting: Pick<Waiting, 'carrier' | 'kind' | 'language' | 'isLeaving'>,
): boolean {
  const knows = (list: readonly string[], wanted: string | null) =>
    wanted === null || list.length === 0 || list.includes(wanted);
  return (
    knows(skills.carriers, waiting.carrier) &&
    knows(skills.kinds, waiting.kind) &&
    knows(skills.languages, waiting.language) &&
    (skills.saves || !waiting.isLeaving)
  );
}

/** Whether he knows what the case needs and has passed what must be passed for it. */
export function mayTake(
  agent: Skills & Pick<Agent, 'bars'>,
  waiting: Parameters<typeof hasSkills>[1],
): boolean {
  return hasSkills(agent, waiting) && !isBarred(agent.bars, waiting.carrier);
}

export function hasRoom({ capacity, load }: Pick<Agent, 'capacity' | 'load'>, channel: Channel): boolean {
  return (load[channel] ?? 0) < (capacity[channel] ?? capacity.rest);
}

/**
 * The next case for an agent who asks: of those he has the skills for, his own returning subscribers first,
 * then the one that would breach first; one without a target after those that have one, the oldest first.
 */
export function chooseNext<W extends Waiting>(
  agent: Agent,
  waiting: readonly W[],
  others: readonly Agent[],
  now: Date,
): W | null {
  if (agent.heldBackReason !== null) return null;
  const fits = waiting.filter((one) => mayTake(agent, one) && !isKeptForAnother(agent, one, others, now));
  return fits.toSorted((a, b) => byReturn(agent, a, b) || byDue(a, b))[0] ?? null;
}

function isKeptForAnother(agent: Agent, waiting: Waiting, others: readonly Agent[], now: Date): boolean {
  const { lastAgentId, channel, createdAt, dueAt } = waiting;
  if (lastAgentId === null || lastAgentId === agent.userId) return false;
  const knower = others.find(({ userId }) => userId === lastAgentId);
  if (!knower || knower.heldBackReason !== null || !hasRoom(knower, channel)) return false;
  if (isBarred(knower.bars, waiting.carrier)) return false;
  const isFresh = now.getTime() - createdAt.getTime() < keptForLastAgentMs;
  const isUrgent = dueAt !== null && dueAt.getTime() - now.getTime() < keptForLastAgentMs;
  return isFresh && !isUrgent;
}

function byReturn({ userId }: Agent, a: Waiting, b: Waiting): number {
  return Number(b.lastAgentId === userId) - Number(a.lastAgentId === userId);
}

function byDue(a: Waiting, b: Waiting): number {
  const due = (one: Waiting) => one.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const [left, right] = [due(a), due(b)];
  return left === right ? a.createdAt.getTime() - b.createdAt.getTime() : left - right;
}

/**
 * Who gets which of the waiting cases now: each case goes to the least loaded agent who is free for it,
 * in the order in which they would breach.
 */
export function distribute<W extends Waiting>(
  agents: readonly Agent[],
  waiting: readonly W[],
  now: Date,
): { caseId: string; userId: string }[] {
  const free = agents.map((agent) => ({ ...agent, load: { ...agent.load } }));
  const given: { caseId: string; userId: string }[] = [];
  for (const one of waiting.toSorted(byDue)) {
    const fits = free.filter(
      (agent) =>
        agent.heldBackReason === null &&
        hasRoom(agent, one.channel) &&
        mayTake(agent, one) &&
        !isKeptForAnother(agent, one, free, now),
    );
    const chosen = fits.toSorted((a, b) => byReturnTo(one, a, b) || totalLoad(a) - totalLoad(b))[0];
    if (!chosen) continue;
    chosen.load[one.channel] = (chosen.load[one.channel] ?? 0) + 1;
    given.push({ caseId: one.id, userId: chosen.userId });
  }
  return given;
}

function byReturnTo({ lastAgentId }: Waiting, a: Agent, b: Agent): number {
  return Number(b.userId === lastAgentId) - Number(a.userId === lastAgentId);
}

function totalLoad({ load }: Agent): number {
  return Object.values(load).reduce((sum, n) => sum + n, 0);
}
