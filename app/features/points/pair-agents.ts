import type { Pair } from './measure-effect.ts';

/** Something seen of an agent: the percent of a review, 100 for a case that came back, 1 for one solved. */
export type Seen = { agentId: string; at: Date; value: number };

/**
 * Each agent's figure before an instant and after it: the mean of what was seen, or with `days` its sum a day. Who
 * was seen on one side only cannot be compared and is left out.
 */
export function pairAgents(seen: readonly Seen[], from: Date, days: number | null): Pair[] {
  return [...Map.groupBy(seen, ({ agentId }) => agentId)].flatMap(([agentId, own]): Pair[] => {
    const earlier = own.filter(({ at }) => at < from);
    const later = own.filter(({ at }) => at >= from);
    if (earlier.length === 0 || later.length === 0) return [];
    const [before, after] = [earlier, later].map((side) => {
      const sum = side.reduce((total, { value }) => total + value, 0);
      return sum / (days ?? side.length);
    });
    return before === undefined || after === undefined ? [] : [{ agentId, before, after }];
  });
}
