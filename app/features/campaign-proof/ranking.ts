/** The share of all whom a ranking would have contacted first, and whom that would have kept or brought back. */
export type RankingPoint = { depth: number; caused: number };
export const rankings = ['uplift', 'response'] as const;

/** What contacting only the first by each ranking would have caused, each ranked by models made without him. */
export type Ranking = {
  people: number;
  /** The mean over all depths above contacting as many at random, people of 10,000 treated. */
  areas: Record<(typeof rankings)[number], number>;
  curves: Record<(typeof rankings)[number], RankingPoint[]>;
};
