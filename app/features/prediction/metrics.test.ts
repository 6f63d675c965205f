import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aucInterval,
  aucOf,
  brierOf,
  calibrationBins,
  calibrationErrorOf,
  liftAt,
  logLossOf,
} from './metrics.ts';

test.each<[string, number[], number[], number]>([
  ['all pairs in order', [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1],
  ['all the wrong way', [0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0],
  ['three of four pairs', [0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 0.75],
  ['ties count half', [0.5, 0.5, 0.5, 0.5], [0, 1, 0, 1], 0.5],
  ['one tie among three pairs', [1, 2, 2, 3], [0, 1, 0, 0], 0.5],
])('AUC: %s', (_, scores, labels, expected) => {
  expect(aucOf(scores, labels)).toBeCloseTo(expected, 12);
});

test('AUC without a pair is not a number', () => {
  expect(aucOf([1, 2], [1, 1])).toBeNaN();
});

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 1 })), {
  minLength: 2,
  maxLength: 60,
});

test('AUC is what counting every pair gives', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const [up, down] = [1, 0].map((label) => all.filter((row) => row[1] === label).map(([score]) => score));
      fc.pre(Boolean(up?.length && down?.length));
      const won = (up ?? []).flatMap((a) => (down ?? []).map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
      const slow = won.reduce<number>((sum, one) => sum + one, 0) / won.length;
      const [scores, labels] = [all.map(([score]) => score), all.map(([, label]) => label)];
      expect(aucOf(scores, labels)).toBeCloseTo(slow, 10);
    }),
  );
});

test('Hanley and McNeil: an AUC of 0.90 by 50 and 50 has a standard error of 0.032', () => {
  const { low, high } = aucInterval(0.9, 50, 50);
  expect((high - low) / 2 / 1.96).toBeCloseTo(0.032, 3);
  expect(aucInterval(1, 5, 5).high).toBe(1);
});

test('Brier and log loss of hand-made forecasts', () => {
  expect(brierOf([0.9, 0.2], [1, 0])).toBeCloseTo((0.01 + 0.04) / 2, 12);
  expect(logLossOf([0.5, 0.5], [1, 0])).toBeCloseTo(Math.LN2, 12);
  expect(logLossOf([0], [1])).toBeCloseTo(-Math.log(1e-15), 6);
});

test('calibration goes by tenths, sure ones included, empty ones not', () => {
  const foretold = [0.05, 0.05, 0.05, 0.05, 1, 1];
  const came = [0, 0, 0, 1, 1, 1];
  expect(calibrationBins(foretold, came)).toEqual([
    { foretold: 0.05, came: 0.25, rows: 4 },
    { foretold: 1, came: 1, rows: 2 },
  ]);
  expect(calibrationErrorOf(foretold, came)).toBeCloseTo((4 * 0.2) / 6, 12);
  expect(() => calibrationBins([-0.2], [1])).toThrow('within 0…1');
});

test('lift: the upper tenth holds twice the average', () => {
  const scores = Array.from({ length: 20 }, (_, row) => row);
  const labels = scores.map((score) => (score === 19 || score === 18 || score < 8 ? 1 : 0));
  expect(liftAt(0.1, scores, labels)).toBe(2);
});
