import { dayOf, type Season, startOfDay } from '#app/features/points/season.ts';
import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import type { TenantDb } from '#db/open.ts';
import { listDrawnReviews } from '#db/tenant/queries/game.ts';
import { listSeasons } from '#db/tenant/queries/quality-points.ts';
import { type DrawnReview, estimatePrior, fewestReviews, type Ranked, rankAgents } from './rank-agents.ts';

export type BoardDesk = { db: TenantDb; now: Date; timeZone: string };
/** `notYet`: too few reviews drawn by chance to say anything. */
export type QueueRanking = {
  queue: string;
  ranked: Ranked[];
  notYet: { agentId: string; n: number }[];
  fewest: number;
};

/**
 * Who works how well, in each queue apart: whoever is compared did the same work, and a review counts where the
 * work was, not where the agent is now. What is common is that of the last season, which nobody can change any more;
 * of both, while the last one had too few reviews to tell how much they scatter.
 */
export async function readRankings(desk: BoardDesk, season: Season): Promise<QueueRanking[]> {
  const all = await listSeasons(desk.db);
  const before = all.filter(({ from }) => from < season.from).at(-1);
  const own = await reviewsOf(desk, season, all);
  const earlier = before ? await reviewsOf(desk, before, all) : [];
  return [...Map.groupBy(own, ({ queue }) => queue)]
    .map(([queue, reviews]) => rankQueue(queue, reviews, earlier))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.queue < b.queue ? -1 : 1));
}

/** By fewer the scatter of single reviews is a guess, and every interval with it. */
const enoughForPrior = 30;

type QueueReview = DrawnReview & { queue: string };

function rankQueue(
  queue: string,
  reviews: readonly QueueReview[],
  earlier: readonly QueueReview[],
): QueueRanking {
  const last = earlier.filter((one) => one.queue === queue);
  const prior = estimatePrior(last.length >= enoughForPrior ? last : [...last, ...reviews]);
  if (prior) return { queue, fewest: fewestReviews, ...rankAgents(reviews, prior) };
  const notYet = [...Map.groupBy(reviews, ({ agentId }) => agentId)].map(([agentId, { length: n }]) => ({
    agentId,
    n,
  }));
  return { queue, fewest: fewestReviews, ranked: [], notYet };
}

async function reviewsOf(
  { db, now, timeZone }: BoardDesk,
  season: Season,
  all: readonly Season[],
): Promise<QueueReview[]> {
  const next = all.find(({ from }) => from > season.from)?.from ?? addDays(dayOf(now, timeZone), 1);
  const rows = await listDrawnReviews(db, startOfDay(season.from, timeZone), startOfDay(next, timeZone));
  return rows.flatMap(({ agentId, queue, card, answers }) => {
    const { percent } = scoreAnswers(card, answers);
    return percent === null ? [] : [{ agentId, queue, percent }];
  });
}

function sizeOf({ ranked, notYet }: QueueRanking): number {
  return [...ranked, ...notYet].reduce((sum, { n }) => sum + n, 0);
}
