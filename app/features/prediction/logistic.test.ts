import { expect, test } from 'vitest';
import { fitLogistic } from './logistic.ts';
import { solveSymmetric } from './solve-symmetric.ts';

const logit = (share: number) => Math.log(share / (1 - share));
/** `hits` of ten rows happened at each value. */
const tens = (groups: readonly (readonly [value: number, hits: number])[]) => ({
  values: [Float64Array.from(groups.flatMap(([value]) => Array<number>(10).fill(value)))],
  labels: Uint8Array.from(groups.flatMap(([, hits]) => Array.from({ length: 10 }, (_, n) => +(n < hits)))),
});

test('Cholesky solves a hand-made system, and gives a column that repeats another no weight', () => {
  const found = solveSymmetric(Float64Array.of(4, 2, 2, 3), Float64Array.of(10, 8));
  expect([...found].map((x) => x.toFixed(9))).toEqual(['1.750000000', '1.500000000']);
  expect([...solveSymmetric(Float64Array.of(1, 1, 1, 1), Float64Array.of(2, 2))]).toEqual([2, 0]);
});

test('one column of two values: the weight is the difference of the log odds', () => {
  const { intercept, terms } = fitLogistic(
    {
      columns: [{ name: 'x', kind: 'number' }],
      ...tens([
        [0, 3],
        [1, 6],
      ]),
    },
    0,
  );
  const [term] = terms;
  if (term?.kind !== 'line') throw new Error('A number is a line.');
  expect(term.weight / term.scale).toBeCloseTo(logit(0.6) - logit(0.3), 8);
  expect(intercept - (term.weight / term.scale) * term.mean).toBeCloseTo(logit(0.3), 8);
});

test('a category and what is missing have their own log odds; a ridge draws them together', () => {
  const samples = {
    columns: [{ name: 'x', kind: 'category' as const, levels: ['a', 'b'] }],
    ...tens([
      [0, 2],
      [1, 5],
      [Number.NaN, 9],
    ]),
  };
  const oddsOf = (ridge: number) => {
    const { intercept, terms } = fitLogistic(samples, ridge);
    const [term] = terms;
    if (term?.kind !== 'levels') throw new Error('A category has levels.');
    return [...term.values, term.missing].map((value) => intercept + value);
  };
  const found = oddsOf(1e-6);
  for (const [index, share] of [0.2, 0.5, 0.9].entries()) expect(found[index]).toBeCloseTo(logit(share), 4);
  const [low = 0, , high = 0] = oddsOf(5);
  expect(high - low).toBeLessThan(logit(0.9) - logit(0.2));
});

test('separable rows, a column of one value and a sample of one label come to an end', () => {
  const separable = tens([
    [0, 0],
    [1, 10],
  ]);
  const columns = [{ name: 'x', kind: 'number' as const }];
  const [term] = fitLogistic({ columns, ...separable }).terms;
  expect(term?.kind === 'line' && Number.isFinite(term.weight) && term.weight > 0).toBe(true);
  const [flat] = fitLogistic({ columns, ...tens([[7, 4]]) }).terms;
  expect(flat).toMatchObject({ weight: 0 });
  expect(Number.isFinite(fitLogistic({ columns, ...tens([[7, 0]]) }).intercept)).toBe(true);
});

test('a rare sign of a rare thing is learnt, though a whole step leads past the top', () => {
  const values = Float64Array.from({ length: 4000 }, (_, row) => +(row < 10));
  const labels = Uint8Array.from(values, (_, row) => +(row < 8 || row % 1500 === 1499));
  const columns = [{ name: 'x', kind: 'number' as const }];
  const { intercept, terms } = fitLogistic({ columns, values: [values], labels }, 10);
  const [term] = terms;
  if (term?.kind !== 'line') throw new Error('A number is a line.');
  expect(term.weight).toBeGreaterThan(0);
  const scores = values.map((value) => intercept + (term.weight * (value - term.mean)) / term.scale);
  const foretold = scores.reduce((sum, score) => sum + 1 / (1 + Math.exp(-score)), 0);
  expect(foretold).toBeCloseTo(10, 6);
});
