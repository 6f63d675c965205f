import { agentsNeeded, type Demand, foreseeLevel, type Promised } from './agents-needed.ts';
import type { ServiceLevel } from './erlang-c.ts';
import type { StaffingTerms } from './terms.ts';

/** What is foretold of a queue, half hour by half hour. */
export type QueueLoad = { contacts: readonly number[]; handlingS: readonly number[] };

export const periodS = 1800;

/** Agents at work for a live queue by half hour, as the promise needs them. */
export function agentsOf({ contacts, handlingS }: QueueLoad, terms: StaffingTerms): number[] {
  const promised = promisedOf(terms);
  const known = new Map<string, number>();
  return contacts.map((count, slot) => {
    // A tenth of a contact and a second move nobody, and most half hours come again in another week.
    const [rounded, seconds] = [Math.round(count * 10) / 10, Math.round(handlingS[slot] ?? terms.handlingS)];
    const key = `${rounded} ${seconds}`;
    const agents = known.get(key) ?? agentsNeeded(demandOf(rounded, seconds, terms), promised).agents;
    known.set(key, agents);
    return agents;
  });
}

/** What becomes of one half hour with so many agents. */
export function levelWith(
  agents: number,
  { contacts, handlingS }: { contacts: number; handlingS: number },
  terms: StaffingTerms,
): ServiceLevel {
  return foreseeLevel(demandOf(contacts, handlingS, terms), agents, terms.withinTarget?.targetS ?? 0);
}

/** How much of the time of so many agents is left for work that can wait, in agents, within the agreed occupancy. */
export function idleOf(
  agents: number,
  { contacts, handlingS }: { contacts: number; handlingS: number },
  terms: StaffingTerms,
): number {
  const busy = (contacts * handlingS) / periodS / terms.atOnce;
  return Math.max(0, agents * (terms.occupancy ?? 1) - busy);
}

function demandOf(contacts: number, handlingS: number, { patienceS, atOnce }: StaffingTerms): Demand {
  return { contacts, handlingS, periodS, patienceS, atOnce };
}

function promisedOf({ withinTarget, meanWaitS, occupancy }: StaffingTerms): Promised {
  return {
    ...(withinTarget ? { withinTarget } : {}),
    ...(meanWaitS === null ? {} : { meanWaitS }),
    ...(occupancy === null ? {} : { occupancy }),
  };
}
