import { type Deferrable, deferWork } from './defer-work.ts';
import { agentsOf, idleOf, periodS, type QueueLoad } from './need-of-queue.ts';
import type { StaffingTerms } from './terms.ts';

export type QueueNeed = { load: QueueLoad; terms: StaffingTerms };

const rounding = 1e-9;

/**
 * How many of one skill must be on the roster by half hour: each live queue as Erlang has it, off-line work in their idle
 * time and in the valleys before it is due, everything divided by the share that is there, and of each live queue never
 * fewer than the least that was agreed. `bounds`: the slots with which weeks begin, and where the last ends; the valleys of
 * one are not filled with the work of another.
 */
export function needOfSkill(
  live: readonly QueueNeed[],
  offLine: readonly QueueNeed[],
  bounds: readonly number[],
): number[] {
  const slots = bounds.at(-1) ?? 0;
  const needs = live.map(({ load, terms }) => ({ load, terms, agents: agentsOf(load, terms) }));
  const atWork = ({ agents, terms }: (typeof needs)[number], slot: number) =>
    Math.max(agents[slot] ?? 0, terms.minimumAgents);
  const at = (slot: number) => needs.reduce((sum, one) => sum + atWork(one, slot), 0);
  const idle = (slot: number) =>
    needs.reduce((sum, one) => {
      const { load, terms } = one;
      const of = { contacts: load.contacts[slot] ?? 0, handlingS: load.handlingS[slot] ?? terms.handlingS };
      return sum + idleOf(atWork(one, slot), of, terms);
    }, 0);
  const added = addOffLine({ agents: range(slots, at), idle: range(slots, idle) }, offLine, bounds);
  const away = Math.max(0, ...offLine.map(({ terms }) => terms.shrinkage));
  return range(slots, (slot) => {
    const rostered = needs.reduce(
      (sum, { agents, terms }) =>
        sum + Math.max((agents[slot] ?? 0) / (1 - terms.shrinkage), terms.minimumAgents),
      0,
    );
    return Math.max(0, Math.ceil(rostered + (added[slot] ?? 0) / (1 - away) - rounding));
  });
}

function addOffLine(
  { agents, idle }: { agents: readonly number[]; idle: readonly number[] },
  offLine: readonly QueueNeed[],
  bounds: readonly number[],
): number[] {
  return bounds.slice(0, -1).flatMap((from, week) => {
    const to = bounds[week + 1] ?? from;
    const work = offLine.flatMap((queue) => workOf(queue, from, to));
    return deferWork(agents.slice(from, to), idle.slice(from, to), work).added;
  });
}

/** What is due only after the week is done at its end. */
function workOf({ load, terms }: QueueNeed, from: number, to: number): Deferrable[] {
  const dueSlots = Math.max(0, Math.floor(terms.dueMinutes / 30) - 1);
  return load.contacts.slice(from, to).map((contacts, came) => ({
    came,
    due: Math.min(to - from - 1, came + dueSlots),
    work: (contacts * (load.handlingS[from + came] ?? terms.handlingS)) / periodS,
  }));
}

function range(count: number, of: (place: number) => number): number[] {
  return Array.from({ length: count }, (_, place) => of(place));
}
