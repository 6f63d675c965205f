import { agentsOf, levelWith, type QueueLoad } from './need-of-queue.ts';
import type { StaffingTerms } from './terms.ts';

/** More or fewer agents in every half hour; more or less handling time and volume, per cent. */
export type Change = { agents: number; handlingPercent: number; volumePercent: number };

export type Outcome = {
  /** At work, by the promise: as foretold, and as it would be. */
  hoursNow: number;
  hoursThen: number;
  /** What becomes of the day when those of the forecast meet the change; of all contacts. */
  withinTarget: number;
  meanWaitS: number;
  occupancy: number;
  /** The half hour with the smallest share in time. */
  worst: { slot: number; withinTarget: number; agents: number } | null;
};

/** What a change does to a day of a live queue that is staffed as its forecast needs. */
export function tryOut(load: QueueLoad, terms: StaffingTerms, change: Change): Outcome {
  const changed = {
    contacts: load.contacts.map((count) => count * (1 + change.volumePercent / 100)),
    handlingS: load.handlingS.map((seconds) => seconds * (1 + change.handlingPercent / 100)),
  };
  const least = (agents: number) => Math.max(agents, terms.minimumAgents);
  const now = agentsOf(load, terms).map(least);
  const then = agentsOf(changed, terms).map(least);
  const slots = changed.contacts.map((contacts, slot) => {
    const agents = Math.max(0, (now[slot] ?? 0) + ((now[slot] ?? 0) > 0 ? change.agents : 0));
    const level = levelWith(agents, { contacts, handlingS: changed.handlingS[slot] ?? 0 }, terms);
    return { slot, agents, contacts, level };
  });
  const busy = slots.filter(({ contacts }) => contacts >= 0.05);
  const all = busy.reduce((sum, { contacts }) => sum + contacts, 0);
  const mean = (of: (slot: (typeof slots)[number]) => number) =>
    all === 0 ? 0 : busy.reduce((sum, one) => sum + one.contacts * of(one), 0) / all;
  const worst = busy.toSorted((a, b) => a.level.withinTarget - b.level.withinTarget)[0];
  return {
    hoursNow: hoursOf(now),
    hoursThen: hoursOf(then),
    withinTarget: all === 0 ? 1 : mean(({ level }) => level.withinTarget),
    meanWaitS: mean(({ level }) => level.meanWaitS),
    occupancy: mean(({ level }) => level.occupancy),
    worst: worst ? { slot: worst.slot, withinTarget: worst.level.withinTarget, agents: worst.agents } : null,
  };
}

function hoursOf(agents: readonly number[]): number {
  return agents.reduce((sum, count) => sum + count, 0) / 2;
}
