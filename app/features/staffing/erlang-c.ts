/** Work that arrives: contacts in a period of seconds, and how long one is handled, seconds. */
export type Offered = { contacts: number; periodS: number; handlingS: number };

/** What so many agents make of it. Shares within 0…1, times in seconds; an unstable queue waits without end. */
export type ServiceLevel = {
  waits: number;
  withinTarget: number;
  meanWaitS: number;
  occupancy: number;
  abandons: number;
};

/** Work in erlangs: how many agents would be busy all the time. */
export function loadOf({ contacts, periodS, handlingS }: Offered): number {
  return (contacts / periodS) * handlingS;
}

/**
 * The share of contacts that find every agent busy and are lost, when nobody waits.
 * Erlang (1917), by the recursion B(0) = 1, B(k) = aB(k−1) ÷ (k + aB(k−1)).
 */
export function erlangB(load: number, agents: number): number {
  let blocked = 1;
  for (let agent = 1; agent <= agents; agent += 1) blocked = (load * blocked) / (agent + load * blocked);
  return blocked;
}

/**
 * Everybody waits until he is served: M/M/n. Waiting is nB ÷ (n − a(1 − B)); whoever waits is served at the rate
 * (n − a) ÷ handling time. With as much work as agents or more, the queue grows for ever.
 */
export function erlangC(offered: Offered, agents: number, targetS: number): ServiceLevel {
  const load = loadOf(offered);
  if (load === 0) return { waits: 0, withinTarget: 1, meanWaitS: 0, occupancy: 0, abandons: 0 };
  if (agents <= load)
    return { waits: 1, withinTarget: 0, meanWaitS: Number.POSITIVE_INFINITY, occupancy: 1, abandons: 0 };
  const blocked = erlangB(load, agents);
  const waits = (agents * blocked) / (agents - load * (1 - blocked));
  const free = (agents - load) / offered.handlingS;
  return {
    waits,
    withinTarget: 1 - waits * Math.exp(-free * targetS),
    meanWaitS: waits / free,
    occupancy: load / agents,
    abandons: 0,
  };
}
