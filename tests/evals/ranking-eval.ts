import type { BenchContext, Measured } from '#tests/bench/bench.ts';
import { simulateSeason } from './ranking.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

/** How near to the truth our ranking comes, in twenty seasons, beside the raw mean and the raw count. */
export async function ranking({ say }: Pick<BenchContext, 'say'>): Promise<Measured> {
  const seasons = seeds.map((seed) => ({ seed, ...simulateSeason(seed) }));
  for (const { seed, spearman } of seasons) {
    say(`Seed ${seed}: ours ${spearman.ours.toFixed(4)}, mean ${spearman.rawMean.toFixed(4)}.`);
  }
  const meanOf = (figure: (season: (typeof seasons)[number]) => number) =>
    Math.round((10_000 * seasons.reduce((sum, season) => sum + figure(season), 0)) / seasons.length) / 10_000;
  const lost = (rival: 'rawMean' | 'rawCount') =>
    seasons.filter(({ spearman }) => spearman.ours <= spearman[rival]).length;
  const gained = seasons.filter(({ gamer }) => gamer.positionGaming < gamer.positionHonest).length;
  return {
    figures: {
      seeds,
      spearman: {
        ours: meanOf(({ spearman }) => spearman.ours),
        rawMean: meanOf(({ spearman }) => spearman.rawMean),
        rawCount: meanOf(({ spearman }) => spearman.rawCount),
      },
      gamer: {
        positionHonest: meanOf(({ gamer }) => gamer.positionHonest),
        positionGaming: meanOf(({ gamer }) => gamer.positionGaming),
        positionByCount: meanOf(({ gamer }) => gamer.positionByCount),
      },
    },
    limited: {
      seasonsLostToMean: lost('rawMean'),
      seasonsLostToCount: lost('rawCount'),
      seasonsGamingPaid: gained,
    },
  };
}
