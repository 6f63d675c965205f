/** About so many compete with one another: small enough that a place means something. */
const usualSize = 12;

/**
 * Divides agents into leagues of those with about the same pace, by what each had last season; whoever had nothing
 * joins the last. Leagues differ in size by one at most, the first is that of the quickest.
 */
export function formLeagues(agents: readonly { agentId: string; points: number }[]): string[][] {
  const byPace = agents.toSorted((a, b) => b.points - a.points || (a.agentId < b.agentId ? -1 : 1));
  const count = Math.max(1, Math.round(byPace.length / usualSize));
  return Array.from({ length: count }, (_, league) => {
    const [from, to] = [league, league + 1].map((part) => Math.round((part * byPace.length) / count));
    return byPace.slice(from, to).map(({ agentId }) => agentId);
  });
}
