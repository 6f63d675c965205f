import { type DrawnReview, estimatePrior, rankAgents } from '#app/features/board/rank-agents.ts';
import { createDraws, type Draws } from '#seeds/draws.ts';

const agentsInAll = 200;
const trueMean = 78;
const trueSpread = 6;
const reviewSpread = 15;
/** What carelessness costs a gamer, percent, and how many times more cases he takes. */
const sloppiness = 8;
const haste = 4;

type Simulated = { agentId: string; quality: number; cases: number; reviews: number };

/**
 * A season of 200 agents whose true quality is known, with unequal volumes: how near to the truth (Spearman's rank
 * correlation) come our ranking, the raw mean and the raw count; and what a middling agent gains who games volume.
 */
export function simulateSeason(seed: number) {
  const draws = createDraws(seed);
  const agents = Array.from({ length: agentsInAll }, (_, index): Simulated => {
    const cases = draws.int(200, 2000);
    const quality = trueMean + trueSpread * normal(draws);
    return { agentId: `agent-${index}`, quality, cases, reviews: 5 + Math.round((cases / 2000) ** 3 * 55) };
  });
  const honest = rank(agents, seed);
  const [gamer] = agents.toSorted((a, b) => a.quality - b.quality).slice(agentsInAll / 2);
  if (!gamer) throw new Error('There is nobody to game.');
  const gamed = { ...gamer, quality: gamer.quality - sloppiness, cases: haste * 2000 };
  const playing = agents.map((agent) => (agent === gamer ? gamed : agent));
  const truth = agents.map(({ quality }) => quality);
  return {
    spearman: {
      ours: spearman(
        truth,
        pick(honest, agents, ({ estimate }) => estimate),
      ),
      rawMean: spearman(
        truth,
        pick(honest, agents, ({ mean }) => mean),
      ),
      rawCount: spearman(
        truth,
        agents.map(({ cases }) => cases),
      ),
    },
    gamer: {
      positionHonest: positionOf(honest, gamer.agentId),
      positionGaming: positionOf(rank(playing, seed), gamer.agentId),
      positionByCount: playing.filter(({ cases }) => cases > gamed.cases).length + 1,
    },
  };
}

type Standing = ReturnType<typeof rankAgents>['ranked'];

function rank(agents: readonly Simulated[], seed: number): Standing {
  const draws = createDraws(seed + 1);
  const reviews = agents.flatMap(({ agentId, quality, reviews: n }): DrawnReview[] =>
    Array.from({ length: n }, () => {
      const percent = quality + reviewSpread * normal(draws);
      return { agentId, percent: Math.min(100, Math.max(0, percent)) };
    }),
  );
  const prior = estimatePrior(reviews);
  if (!prior) throw new Error('Nothing common is known of the agents.');
  return rankAgents(reviews, prior).ranked;
}

function pick(standing: Standing, agents: readonly Simulated[], figure: (agent: Standing[number]) => number) {
  const byAgent = new Map(standing.map((agent) => [agent.agentId, figure(agent)]));
  return agents.map(({ agentId }) => byAgent.get(agentId) ?? Number.NaN);
}

function positionOf(standing: Standing, agentId: string): number {
  return standing.findIndex((agent) => agent.agentId === agentId) + 1;
}

/** The correlation of ranks; of equal values each has the mean of their ranks. */
function spearman(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [ranksOf(left), ranksOf(right)];
  const mean = (left.length + 1) / 2;
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, index) => sum + (value - mean) * ((y[index] ?? mean) - mean), 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/** Standard normal, by the sum of twelve uniform draws. */
function normal(draws: Draws): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += draws.int(0, 999_999) / 1_000_000;
  return sum;
}
