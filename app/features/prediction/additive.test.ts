import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { fitAdditive } from './additive.ts';
import { binColumn, binOf, quantileCuts } from './bin-column.ts';
import { uncalibrated } from './calibrate.ts';
import { aucOf } from './metrics.ts';
import type { Column, Samples } from './model.ts';
import { compileScorer } from './scorer.ts';
import { shuffleLabels } from './split-rows.ts';

const columns: Column[] = [
  { name: 'bend', kind: 'number' },
  { name: 'kind', kind: 'category', levels: ['a', 'b', 'c'] },
  { name: 'noise', kind: 'number' },
];

/** It happens in the middle of `bend`, more often with `b`, and where `bend` is missing. */
function draw(rows: number, seed: number): Samples {
  const generator = xoroshiro128plus(seed);
  const next = () => uniformFloat64(generator);
  const values = [0, 1, 2].map(() => new Float64Array(rows));
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const [bend, level] = [next() < 0.1 ? Number.NaN : next(), Math.floor(next() * 3)];
    const score = (Math.abs(bend - 0.5) > 0.25 ? -1.5 : 1) + (level === 1 ? 1.5 : 0);
    const all = [bend, level, next()];
    for (const [index, own] of values.entries()) own[row] = all[index] ?? 0;
    labels[row] = next() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
  }
  return { columns, values, labels };
}

function aucOn({ values, labels }: Samples, fit: ReturnType<typeof fitAdditive>) {
  const scorer = compileScorer({ ...fit, kind: 'additive', calibration: uncalibrated });
  const scores = [...labels.keys()].map((row) =>
    scorer.probabilityOf(values.map((own) => own[row] ?? Number.NaN)),
  );
  return aucOf(scores, labels);
}

test('cuts lie halfway between neighbours, never within a tie, and leave what is missing out', () => {
  expect(quantileCuts(Float64Array.of(1, 2, 3, 4, Number.NaN), 4)).toEqual([1.5, 2.5, 3.5]);
  expect(quantileCuts(Float64Array.of(0, 0, 0, 0, 0, 5), 4)).toEqual([2.5]);
  expect(quantileCuts(Float64Array.of(7, 7), 4)).toEqual([]);
  expect([1, 1.5, 2, 9].map((value) => binOf([1.5, 3], value))).toEqual([0, 0, 1, 2]);
});

test('what is missing, and a level that was never seen, has a bin of its own', () => {
  const numbers = binColumn({ name: 'x', kind: 'number' }, Float64Array.of(1, Number.NaN, 2));
  expect([...numbers.codes]).toEqual([0, 2, 1]);
  const levels = binColumn(
    { name: 'x', kind: 'category', levels: ['a', 'b'] },
    Float64Array.of(1, 0, 5, Number.NaN),
  );
  expect([...levels.codes]).toEqual([1, 0, 2, 2]);
});

test('a bend, a level and a gap are found, and noise weighs little', () => {
  const fit = fitAdditive(draw(4000, 1));
  expect(aucOn(draw(4000, 2), fit)).toBeGreaterThan(0.8);
  const [bend, kind, noise] = fit.terms;
  if (bend?.kind !== 'steps' || kind?.kind !== 'levels' || noise?.kind !== 'steps') throw new Error('Kinds.');
  const at = (value: number) => bend.values[binOf(bend.cuts, value)] ?? 0;
  expect(at(0.5) - at(0.1)).toBeGreaterThan(1.8);
  expect(at(0.5) - at(0.9)).toBeGreaterThan(1.8);
  expect(bend.missing).toBeGreaterThan(at(0.1) + 1.8);
  expect((kind.values[1] ?? 0) - (kind.values[0] ?? 0)).toBeGreaterThan(1);
  expect(Math.max(...noise.values.map(Math.abs))).toBeLessThan(0.7);
});

test('labels in another order teach nothing', () => {
  const samples = draw(4000, 3);
  const fit = fitAdditive({ ...samples, labels: shuffleLabels(samples.labels, 9) });
  expect(Math.abs(aucOn(draw(4000, 4), fit) - 0.5)).toBeLessThan(0.05);
});

test('rows of one label, or of one value, come to an end', () => {
  const samples = draw(50, 5);
  expect(Number.isFinite(fitAdditive({ ...samples, labels: new Uint8Array(50) }).intercept)).toBe(true);
  const flat = fitAdditive({ ...samples, values: [0, 1, 2].map(() => new Float64Array(50).fill(1)) });
  expect(flat.terms[0]).toMatchObject({ cuts: [], values: [0] });
});
