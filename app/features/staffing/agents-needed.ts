import { erlangA } from './erlang-a.ts';
import { erlangC, loadOf, type Offered, type ServiceLevel } from './erlang-c.ts';

/** What a channel promises; what is left out is not asked. Shares within 0…1, times in seconds. */
export type Promised = {
  withinTarget?: { share: number; targetS: number };
  meanWaitS?: number;
  occupancy?: number;
};

/** One channel in one period. `patienceS` empty: everybody waits. `atOnce`: chats that one agent leads side by side. */
export type Demand = Offered & { patienceS: number | null; atOnce: number };

export type Staffing = { agents: number; level: ServiceLevel };

/**
 * What so many agents make of a demand. Who leads several chats at once has so many places: the work is shared among
 * them, the wait is for the first place that comes free.
 */
export function foreseeLevel(demand: Demand, agents: number, targetS: number): ServiceLevel {
  const { patienceS, atOnce } = demand;
  const places = agents * atOnce;
  return patienceS === null
    ? erlangC(demand, places, targetS)
    : erlangA({ ...demand, patienceS }, places, targetS);
}

/** The fewest agents that keep what was promised. Throws RangeError when no number of agents can keep it, or nobody knows of what. */
export function agentsNeeded(demand: Demand, promised: Promised): Staffing {
  checkPromised(promised);
  const targetS = promised.withinTarget?.targetS ?? 0;
  const judge = (agents: number): Staffing => ({ agents, level: foreseeLevel(demand, agents, targetS) });
  if (demand.contacts === 0) return judge(0);
  if (!(demand.contacts >= 0 && Number.isFinite(loadOf(demand))))
    throw new RangeError(`Agents for ${demand.contacts} contacts cannot be reckoned: give a number.`);
  let [low, high] = [0, Math.max(1, Math.ceil(loadOf(demand) / demand.atOnce))];
  while (!keeps(judge(high).level, promised)) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (keeps(judge(middle).level, promised)) high = middle;
    else low = middle;
  }
  return judge(high);
}

function keeps(level: ServiceLevel, { withinTarget, meanWaitS, occupancy }: Promised): boolean {
  return (
    (withinTarget === undefined || level.withinTarget >= withinTarget.share) &&
    (meanWaitS === undefined || level.meanWaitS <= meanWaitS) &&
    (occupancy === undefined || level.occupancy <= occupancy)
  );
}

function checkPromised({ withinTarget, meanWaitS, occupancy }: Promised): void {
  if (withinTarget === undefined && meanWaitS === undefined && occupancy === undefined)
    throw new RangeError('Nothing is promised: give a share in time, a mean wait or an occupancy.');
  if (withinTarget && !(withinTarget.share >= 0 && withinTarget.share < 1))
    throw new RangeError(
      `A share of ${withinTarget.share} cannot be promised: give 0 or more and less than 1.`,
    );
  if (meanWaitS !== undefined && !(meanWaitS > 0))
    throw new RangeError(`A mean wait of ${meanWaitS} s cannot be promised: give more than 0.`);
  if (occupancy !== undefined && !(occupancy > 0))
    throw new RangeError(`An occupancy of ${occupancy} cannot be promised: give more than 0.`);
}

/** Who must be on the roster so that `agents` are at work: of each, the share `shrinkage` is away or in training. */
export function rosteredFor(agents: number, shrinkage: number): number {
  if (!(shrinkage >= 0 && shrinkage < 1))
    throw new RangeError(`A shrinkage of ${shrinkage} leaves nobody: give 0 or more and less than 1.`);
  return agents === 0 ? 0 : Math.ceil(agents / (1 - shrinkage) - 1e-9);
}
