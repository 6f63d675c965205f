import { createDraws } from '#seeds/draws.ts';
import type { BenchContext, Measured } from '#tests/bench/bench.ts';
import { drawHistory } from './draw-history.ts';
import { judgeContact } from './judge-contact.ts';

const histories = 1_000_000;
const seed = 230;
/** One in so many refusals is looked at minute by minute; of the others the ends and every hour between. */
const thoroughEvery = 1000;

/** The gate against the articles written once more in another way, over a million random histories. */
export async function contactGate({ say }: Pick<BenchContext, 'say'>): Promise<Measured> {
  const draws = createDraws(seed);
  let disagreements = 0;
  for (let index = 0; index < histories; index += 1) {
    const history = drawHistory(draws);
    const difference = judgeContact(history, index % thoroughEvery === 0);
    if (difference) {
      disagreements += 1;
      if (disagreements <= 5) say(`History ${index}: ${difference}\n${JSON.stringify(history)}`);
    }
    if ((index + 1) % 50_000 === 0) say(`${index + 1} histories, ${disagreements} disagreements.`);
  }
  return { figures: { histories, seed, thoroughEvery }, limited: { disagreements } };
}
