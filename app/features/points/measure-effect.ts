import { z95 } from '../scorecard/wilson-interval.ts';

/** One agent's figure before a rule and after it. */
export type Pair = { agentId: string; before: number; after: number };
export type Interval = { value: number; low: number; high: number };
export type Effect = {
  rewarded: Group;
  control: Group;
  /** How much more those it rewards have changed than the others; `null`: fewer than two agents on a side. */
  effect: Interval | null;
};
type Group = { agents: number; before: number | null; after: number | null };

/**
 * A rule's effect: the mean change of those it rewards less that of the control group, which sees whatever else
 * has changed, with its 95 % interval by the spread between agents (Welch). Each agent counts once, however much
 * he did.
 */
export function measureEffect(pairs: readonly Pair[], control: ReadonlySet<string>): Effect {
  const others = pairs.filter(({ agentId }) => control.has(agentId));
  const rewarded = pairs.filter(({ agentId }) => !control.has(agentId));
  const [theirs, spare] = [rewarded, others].map((group) => changeOf(group));
  const effect =
    theirs && spare
      ? around(theirs.mean - spare.mean, Math.sqrt(theirs.squaredError + spare.squaredError))
      : null;
  return { rewarded: groupOf(rewarded), control: groupOf(others), effect };
}

function changeOf(pairs: readonly Pair[]) {
  if (pairs.length < 2) return null;
  const changes = pairs.map(({ before, after }) => after - before);
  const mean = meanOf(changes);
  const variance = changes.reduce((sum, change) => sum + (change - mean) ** 2, 0) / (changes.length - 1);
  return { mean, squaredError: variance / changes.length };
}

function groupOf(pairs: readonly Pair[]): Group {
  if (pairs.length === 0) return { agents: 0, before: null, after: null };
  return {
    agents: pairs.length,
    before: meanOf(pairs.map(({ before }) => before)),
    after: meanOf(pairs.map(({ after }) => after)),
  };
}

function around(value: number, error: number): Interval {
  return { value, low: value - z95 * error, high: value + z95 * error };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
