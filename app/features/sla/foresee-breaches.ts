/** A case that waits for somebody, in the order in which it will be given out. */
export type WaitingCase = {
  id: string;
  /** When its nearest target is due, epoch ms; `null`: it stands or has none. */
  dueAt: number | null;
  /** How long such a case is worked on, ms. */
  handlingMs: number;
};
/** One agent on shift: when he is free, and when his shift ends. Epoch ms. */
export type Agent = { freeAt: number; until: number };
export type Foreseen = {
  id: string;
  /** When somebody will be free for it; `null`: nobody of those on shift. */
  takenAt: number | null;
  /** It will be late before anyone can take it. */
  isLate: boolean;
};

/**
 * Which waiting cases of one queue will be late before anyone can take them. Each goes, in its turn, to
 * whoever is free first, and is worked on for as long as its kind usually takes; nobody begins after his
 * shift. The rule of thumb is list scheduling (Graham 1966); new arrivals are not foreseen, so a queue that
 * is not served in the order of arrival may turn out worse.
 */
export function foreseeBreaches(
  queue: readonly WaitingCase[],
  agents: readonly Agent[],
  now: number,
): Foreseen[] {
  const free = agents.map(({ freeAt, until }) => ({ freeAt: Math.max(freeAt, now), until }));
  return queue.map(({ id, dueAt, handlingMs }) => {
    const next = firstFree(free);
    const takenAt = next?.freeAt ?? null;
    if (next) next.freeAt += handlingMs;
    const isLate = dueAt !== null && (takenAt === null || takenAt > dueAt);
    return { id, takenAt, isLate };
  });
}

/** Of those whose shift still runs when they are free. */
function firstFree(agents: readonly Agent[]): Agent | undefined {
  return agents
    .filter(({ freeAt, until }) => freeAt < until)
    .reduce<Agent | undefined>(
      (best, agent) => (!best || agent.freeAt < best.freeAt ? agent : best),
      undefined,
    );
}

/** What was foretold, and what became of it. */
export type Told = { isLate: boolean; wasLate: boolean };
export type ForecastScore = {
  /** Of those foretold to be late, how many were, 0…1; `null`: none was foretold. */
  precision: number | null;
  /** Of those that were late, how many had been foretold, 0…1; `null`: none was late. */
  recall: number | null;
  foretold: number;
  late: number;
  right: number;
};

/** How good the forecast was; numerators and denominators are given along. */
export function scoreForecast(told: readonly Told[]): ForecastScore {
  const foretold = told.filter(({ isLate }) => isLate).length;
  const late = told.filter(({ wasLate }) => wasLate).length;
  const right = told.filter(({ isLate, wasLate }) => isLate && wasLate).length;
  return {
    precision: foretold === 0 ? null : right / foretold,
    recall: late === 0 ? null : right / late,
    foretold,
    late,
    right,
  };
}
