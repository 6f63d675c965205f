import { z95 } from '../scorecard/wilson-interval.ts';

/** A review that was drawn by chance, of one queue: whoever is compared was drawn from the same work. */
export type DrawnReview = { agentId: string; percent: number };

/** What is common among peers: their mean, the variance of one review, and that between agents. */
export type Prior = { mean: number; within: number; between: number };

/** Policy, not statistics: with fewer reviews an agent is not ranked yet. */
export const fewestReviews = 5;

export type Ranked = {
  agentId: string;
  n: number;
  mean: number;
  /** The mean drawn to that of the peers, the more so the fewer reviews there are; its 95 % interval. */
  estimate: number;
  low: number;
  high: number;
  /** Shared by all whose intervals overlap that of the first of them. */
  place: number;
};

/**
 * What is common among agents, by moments: the variance of their means less what reviews alone scatter. `null`:
 * fewer than two agents, or none with two reviews, so nothing can be told apart.
 */
export function estimatePrior(reviews: readonly DrawnReview[]): Prior | null {
  const agents = meansOf(reviews);
  const freedom = agents.reduce((sum, { n }) => sum + n - 1, 0);
  if (agents.length < 2 || freedom === 0) return null;
  const within = agents.reduce((sum, { squares }) => sum + squares, 0) / freedom;
  const mean = meanOf(agents.map((agent) => agent.mean));
  const spread = agents.reduce((sum, agent) => sum + (agent.mean - mean) ** 2, 0) / (agents.length - 1);
  return { mean, within, between: Math.max(0, spread - within * meanOf(agents.map(({ n }) => 1 / n))) };
}

/**
 * Agents of one queue by the shrunk estimate, B = τ² ÷ (τ² + σ²/n) of the way from the common mean to their own,
 * Efron & Morris (1975), JASA 70, 311–319, against a prior that was frozen when the season began.
 */
export function rankAgents(
  reviews: readonly DrawnReview[],
  { mean: common, within, between }: Prior,
): { ranked: Ranked[]; notYet: { agentId: string; n: number }[] } {
  const agents = meansOf(reviews);
  const estimated = agents
    .filter(({ n }) => n >= fewestReviews)
    .map(({ agentId, n, mean }) => {
      const error = within / n;
      const kept = between + error === 0 ? 0 : between / (between + error);
      const estimate = common + kept * (mean - common);
      const half = z95 * Math.sqrt(kept * error);
      return { agentId, n, mean, estimate, low: estimate - half, high: estimate + half };
    })
    .sort((a, b) => b.estimate - a.estimate || (a.agentId < b.agentId ? -1 : 1));
  const notYet = agents.filter(({ n }) => n < fewestReviews).map(({ agentId, n }) => ({ agentId, n }));
  return { ranked: sharePlaces(estimated), notYet };
}

function sharePlaces<A extends { low: number; high: number }>(best: readonly A[]): (A & { place: number })[] {
  let first = best[0];
  let place = 1;
  return best.map((agent, index) => {
    if (first && agent.high < first.low) {
      first = agent;
      place = index + 1;
    }
    return { ...agent, place };
  });
}

function meansOf(reviews: readonly DrawnReview[]) {
  const byAgent = new Map<string, number[]>();
  for (const { agentId, percent } of reviews) {
    const own = byAgent.get(agentId);
    if (own) own.push(percent);
    else byAgent.set(agentId, [percent]);
  }
  return [...byAgent].map(([agentId, percents]) => {
    const mean = meanOf(percents);
    const squares = percents.reduce((sum, percent) => sum + (percent - mean) ** 2, 0);
    return { agentId, n: percents.length, mean, squares };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
