import type { StepAction } from '#app/features/ladder/strategy.ts';

/** What a strategy would have done over a month with some receivables. Parts of a base add up. */
export type Simulation = {
  receivables: number;
  entered: number;
  /** Left because they paid. */
  paid: number;
  /** How many stood behind how many steps at the end, by the number of steps. */
  stood: number[];
  /** By channel, the contacts of each week from the first day. */
  contacts: Partial<Record<StepAction, number[]>>;
  /** What would have been proposed to a person, by action. */
  proposals: Partial<Record<StepAction, number>>;
  /** Contacts that the caps would not have let through. */
  refused: number;
  costKopecks: number;
};

export const noSimulation: Simulation = {
  receivables: 0,
  entered: 0,
  paid: 0,
  stood: [],
  contacts: {},
  proposals: {},
  refused: 0,
  costKopecks: 0,
};

export function addSimulations(a: Simulation, b: Simulation): Simulation {
  return {
    receivables: a.receivables + b.receivables,
    entered: a.entered + b.entered,
    paid: a.paid + b.paid,
    stood: addLists(a.stood, b.stood),
    contacts: addRecords(a.contacts, b.contacts, addLists, []),
    proposals: addRecords(a.proposals, b.proposals, (x, y) => x + y, 0),
    refused: a.refused + b.refused,
    costKopecks: a.costKopecks + b.costKopecks,
  };
}

function addLists(a: readonly number[], b: readonly number[]): number[] {
  return Array.from(
    { length: Math.max(a.length, b.length) },
    (_, place) => (a[place] ?? 0) + (b[place] ?? 0),
  );
}

type ByAction<T> = Partial<Record<StepAction, T>>;

function addRecords<T>(a: ByAction<T>, b: ByAction<T>, add: (x: T, y: T) => T, nothing: T): ByAction<T> {
  const keys = Object.keys({ ...a, ...b }) as StepAction[];
  return Object.fromEntries(keys.map((key) => [key, add(a[key] ?? nothing, b[key] ?? nothing)]));
}
