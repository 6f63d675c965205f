import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Samples } from './model.ts';

/** Which of `folds` parts each row belongs to, drawn with a seed, each part with its share of both labels. */
export function drawFolds(labels: Uint8Array, folds: number, seed: number): Uint8Array {
  const generator = xoroshiro128plus(seed);
  const found = new Uint8Array(labels.length);
  for (const label of [0, 1]) {
    const rows = [...labels.keys()].filter((row) => labels[row] === label);
    for (const [place, row] of shuffle(rows, generator).entries()) found[row] = place % folds;
  }
  return found;
}

/** The labels in another order: what a model finds in them is not there. */
export function shuffleLabels(labels: Uint8Array, seed: number): Uint8Array {
  return Uint8Array.from(shuffle([...labels], xoroshiro128plus(seed)));
}

export function pickRows({ columns, values, labels }: Samples, rows: ArrayLike<number>): Samples {
  return {
    columns,
    values: values.map((own) => Float64Array.from(rows, (row) => own[row] ?? Number.NaN)),
    labels: Uint8Array.from(rows, (row) => labels[row] ?? 0),
  };
}

function shuffle<T>(all: T[], generator: ReturnType<typeof xoroshiro128plus>): T[] {
  for (let last = all.length - 1; last > 0; last--) {
    const other = uniformInt(generator, 0, last);
    [all[last], all[other]] = [all[other] as T, all[last] as T];
  }
  return all;
}
