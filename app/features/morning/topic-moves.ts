export type TopicMove = { topic: string; count: number; usual: number; isNew: boolean; isMore: boolean };

const mostTopics = 8;
/** Fewer cases than these say nothing. */
const leastCases = 5;

/**
 * The topics of a day, the most frequent first, beside the daily mean of the seven days before. `isMore`: more than twice
 * the standard deviation of a Poisson count above that mean.
 */
export function topicMoves(day: ReadonlyMap<string, number>, week: ReadonlyMap<string, number>): TopicMove[] {
  return [...day]
    .filter(([, count]) => count > 0)
    .map(([topic, count]) => {
      const usual = (week.get(topic) ?? 0) / 7;
      const isMore = count >= leastCases && count > usual + 2 * Math.sqrt(usual);
      return { topic, count, usual, isNew: isMore && usual === 0, isMore };
    })
    .sort((a, b) => b.count - a.count || a.topic.localeCompare(b.topic))
    .slice(0, mostTopics);
}
