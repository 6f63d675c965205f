/** One search as it is kept: how long it took, and whether it led anywhere. */
export type SearchFact = { query: string; found: number; startedAt: Date; keptAt: Date | null };

export type SearchMeasures = {
  searches: number;
  /** Searches that ended with an article kept. */
  kept: number;
  /** Searches that found nothing. */
  empty: number;
  /** Milliseconds from the first key press to the article kept; `null`: none was kept. */
  medianMs: number | null;
  p90Ms: number | null;
  /** What was looked for in vain, most often first. */
  emptyQueries: { query: string; count: number }[];
};

const mostEmptyQueries = 20;

/** How well the search serves. The p90 is the nearest rank: 9 of 10 kept articles took no longer. */
export function measureSearches(facts: readonly SearchFact[]): SearchMeasures {
  const times = facts.flatMap(({ startedAt, keptAt }) =>
    keptAt ? [keptAt.getTime() - startedAt.getTime()] : [],
  );
  const empty = facts.filter(({ found, keptAt }) => found === 0 && !keptAt);
  return {
    searches: facts.length,
    kept: times.length,
    empty: empty.length,
    medianMs: nearestRank(times, 0.5),
    p90Ms: nearestRank(times, 0.9),
    emptyQueries: countQueries(empty),
  };
}

function nearestRank(times: readonly number[], share: number): number | null {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? null;
}

function countQueries(facts: readonly SearchFact[]): SearchMeasures['emptyQueries'] {
  const counts = new Map<string, number>();
  for (const { query } of facts) {
    const same = query.toLowerCase().replace(/\s+/g, ' ').trim();
    counts.set(same, (counts.get(same) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b));
  return sorted.slice(0, mostEmptyQueries).map(([query, count]) => ({ query, count }));
}
