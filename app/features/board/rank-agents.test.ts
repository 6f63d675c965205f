import { expect, test } from 'vitest';
import { simulateSeason } from '#tests/evals/ranking.ts';
import { type DrawnReview, estimatePrior, rankAgents } from './rank-agents.ts';

const reviewsOf = (agentId: string, ...percents: number[]): DrawnReview[] =>
  percents.map((percent) => ({ agentId, percent }));
const prior = { mean: 70, within: 100, between: 25 };

test('an agent with five reviews is drawn further to the mean than one with fifty', () => {
  const few = reviewsOf('few', 90, 90, 90, 90, 90);
  const many = Array.from({ length: 50 }, () => reviewsOf('many', 88)).flat();
  const { ranked } = rankAgents([...few, ...many], prior);
  expect(ranked.map(({ agentId }) => agentId)).toEqual(['many', 'few']);
  expect(ranked[1]?.estimate).toBeCloseTo(70 + (25 / 45) * 20, 10);
  expect(ranked[1]?.high).toBeCloseTo(70 + (25 / 45) * 20 + 1.959964 * Math.sqrt((25 / 45) * 20), 5);
});

test('below five reviews nobody is ranked yet', () => {
  const { ranked, notYet } = rankAgents(reviewsOf('new', 100, 100, 100, 100), prior);
  expect(ranked).toEqual([]);
  expect(notYet).toEqual([{ agentId: 'new', n: 4 }]);
});

test('whose intervals overlap that of the first of a place share it', () => {
  const same = (agentId: string, percent: number) => reviewsOf(agentId, ...Array(20).fill(percent));
  const sharp = { mean: 70, within: 4, between: 400 };
  const reviews = [same('a', 90), same('b', 89), same('c', 80), same('d', 79.5), same('e', 60)].flat();
  expect(rankAgents(reviews, sharp).ranked.map(({ place }) => place)).toEqual([1, 1, 3, 3, 5]);
});

test('where agents do not differ all share the first place', () => {
  const reviews = ['a', 'b', 'c'].flatMap((agentId) => reviewsOf(agentId, 60, 70, 80, 90, 100));
  const common = estimatePrior(reviews);
  expect(common).toMatchObject({ mean: 80, within: 250, between: 0 });
  expect(common && rankAgents(reviews, common).ranked.map(({ place }) => place)).toEqual([1, 1, 1]);
});

test('of one agent, or of single reviews, nothing common is known', () => {
  expect(estimatePrior(reviewsOf('a', 1, 2, 3))).toBeNull();
  expect(estimatePrior([...reviewsOf('a', 1), ...reviewsOf('b', 2)])).toBeNull();
});

test.each([4, 7, 36, 2026])(
  '200 agents, seed %i: the ranking is nearer the truth than mean and count',
  (seed) => {
    const { spearman } = simulateSeason(seed);
    expect(spearman.ours).toBeGreaterThan(spearman.rawMean);
    expect(spearman.ours).toBeGreaterThan(spearman.rawCount);
  },
);

test.each([4, 7, 36, 2026])('seed %i: an agent who takes many easy cases sloppily does not gain', (seed) => {
  const { gamer } = simulateSeason(seed);
  expect(gamer.positionByCount).toBe(1);
  expect(gamer.positionGaming).toBeGreaterThan(gamer.positionHonest);
});
