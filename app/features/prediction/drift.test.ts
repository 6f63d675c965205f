import { expect, test } from 'vitest';
import { sharesBy, spreadOf, stabilityIndex } from './drift.ts';
import { drawFolds, pickRows, shuffleLabels } from './split-rows.ts';

test('the stability index of a hand-made shift', () => {
  expect(stabilityIndex([0.5, 0.5], [0.5, 0.5])).toBe(0);
  expect(stabilityIndex([0.5, 0.5], [0.25, 0.75])).toBeCloseTo(0.25 * Math.LN2 + 0.25 * Math.log(1.5), 12);
  expect(stabilityIndex([1, 0], [0, 1])).toBeGreaterThan(0.25);
});

test('a spread tells levels and what is missing apart; later rows go by its cuts', () => {
  const [number, category] = spreadOf({
    columns: [
      { name: 'days', kind: 'number' },
      { name: 'via', kind: 'category', levels: ['card', 'cash'] },
    ],
    values: [Float64Array.of(1, 2, 3, Number.NaN), Float64Array.of(0, 1, 1, Number.NaN)],
    labels: new Uint8Array(4),
  });
  expect(number).toEqual({ name: 'days', cuts: [1.5, 2.5], shares: [0.25, 0.25, 0.25, 0.25] });
  expect(category?.shares).toEqual([0.25, 0.5, 0.25]);
  expect(sharesBy([1.5, 2.5], Float64Array.of(9, 9))).toEqual([0, 0, 1, 0]);
  const [same] = spreadOf({
    columns: [{ name: 'sum', kind: 'number' }],
    values: [Float64Array.of(5, 5)],
    labels: new Uint8Array(2),
  });
  expect(same?.shares).toEqual([0, 1, 0, 0]);
  expect(sharesBy(same?.cuts ?? [], Float64Array.of(4, 5, 6, 6))).toEqual([0.25, 0.25, 0.5, 0]);
  expect(sharesBy([], new Float64Array())).toEqual([0, 0]);
});

test('folds share both labels out evenly, and the same seed draws them again', () => {
  const labels = Uint8Array.from({ length: 100 }, (_, row) => +(row < 30));
  const folds = drawFolds(labels, 5, 42);
  for (const fold of [0, 1, 2, 3, 4]) {
    const own = [...labels.keys()].filter((row) => folds[row] === fold);
    expect([own.length, own.filter((row) => labels[row]).length]).toEqual([20, 6]);
  }
  expect(drawFolds(labels, 5, 42)).toEqual(folds);
  expect(drawFolds(labels, 5, 43)).not.toEqual(folds);
});

test('shuffled labels are the same ones elsewhere; picked rows keep together', () => {
  const labels = Uint8Array.from({ length: 60 }, (_, row) => +(row < 20));
  const mixed = shuffleLabels(labels, 7);
  expect(mixed.toSorted()).toEqual(labels.toSorted());
  expect(mixed).not.toEqual(labels);
  const samples = { columns: [], values: [Float64Array.of(5, 6, 7)], labels: Uint8Array.of(0, 1, 1) };
  expect(pickRows(samples, [2, 0])).toEqual({
    columns: [],
    values: [Float64Array.of(7, 5)],
    labels: Uint8Array.of(1, 0),
  });
});
