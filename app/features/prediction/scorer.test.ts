import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calibrate, uncalibrated } from './calibrate.ts';
import type { ModelParameters } from './model.ts';
import { compileScorer } from './scorer.ts';

const model: ModelParameters = {
  kind: 'additive',
  intercept: -1,
  calibration: uncalibrated,
  terms: [
    { name: 'days', kind: 'steps', cuts: [0, 10], values: [-1, 0.5, 2], missing: 0.25 },
    { name: 'amount', kind: 'line', mean: 100, scale: 50, weight: 1, missing: -0.5 },
    { name: 'via', kind: 'levels', levels: ['card', 'cash'], values: [-0.2, 0.2], missing: 0 },
  ],
};
const sigmoid = (score: number) => 1 / (1 + Math.exp(-score));

test.each<[number[], number, number[]]>([
  [[0, 100, 0], -1 - 1 - 0.2, [1, 2, 0]],
  [[0.5, 200, 1], -1 + 0.5 + 2 + 0.2, [1, 0, 2]],
  [[11, 50, 1], -1 + 2 - 1 + 0.2, [0, 2, 1]],
  [[Number.NaN, Number.NaN, Number.NaN], -1 + 0.25 - 0.5, [0, 2, 1]],
  [[5, 100, 7], -1 + 0.5, [0, 1, 2]],
])('%j', (values, score, order) => {
  const scorer = compileScorer(model);
  expect(scorer.probabilityOf(values)).toBeCloseTo(sigmoid(score), 12);
  expect([...scorer.order]).toEqual(order);
});

test('a higher value in the table never lowers the probability', () => {
  const { probabilityOf } = compileScorer(model);
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), (days, more) => {
      expect(probabilityOf([days + more, 100, 0])).toBeGreaterThanOrEqual(probabilityOf([days, 100, 0]));
    }),
  );
});

test('calibration finds what the scores were stretched and moved by', () => {
  const scores = Float64Array.from({ length: 4000 }, (_, row) => ((row % 40) - 20) / 4);
  const labels = scores.map((score, row) => +((row * 0.6180339887) % 1 < sigmoid(0.5 * score - 1)));
  const { slope, shift } = calibrate(scores, Uint8Array.from(labels));
  expect(slope).toBeCloseTo(0.5, 1);
  expect(shift).toBeCloseTo(-1, 1);
});

test('scores that point the wrong way are not turned round', () => {
  const { slope, shift } = calibrate(Float64Array.of(-2, -1, 1, 2), Uint8Array.of(1, 1, 0, 0));
  expect(slope).toBe(0);
  expect(shift).toBeCloseTo(0, 6);
});
