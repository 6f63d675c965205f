import { expect, test } from 'vitest';
import { createDraws } from '#seeds/draws.ts';
import { forecastWorkload, intervalOf } from './forecast-workload.ts';
import { findLevelShift } from './level-shift.ts';
import { addErrors, errorsOf, maseOf, noErrors, noiseFloor, wapeOf } from './measure.ts';
import { methods } from './methods.ts';
import { daysOf, type Series, until } from './series.ts';

const slotsADay = 12;
const week = [1.3, 1.1, 1, 1, 1.1, 0.6, 0.5];

/** Counts around a weekly shape; `level`: by day. */
function drawSeries(days: number, level: (day: number) => number, seed = 7): Series {
  const draws = createDraws(seed);
  const chance = () => draws.int(0, 1_000_000) / 1_000_000 + draws.int(0, 1_000_000) / 1_000_000 - 1;
  const values = Float64Array.from({ length: days * slotsADay }, (_, place) => {
    const day = Math.floor(place / slotsADay);
    const shape = 1 + Math.sin(((place % slotsADay) / slotsADay) * 2 * Math.PI) / 2;
    const mean = level(day) * shape * (week[day % 7] ?? 1);
    return Math.max(0, Math.round(mean + chance() * Math.sqrt(6 * mean)));
  });
  return { firstOn: '2026-01-05', slotsADay, values };
}

function judge(series: Series, weeks: number, foretell: (known: Series) => Float64Array) {
  let errors = noErrors;
  for (let back = weeks; back >= 1; back -= 1) {
    const day = daysOf(series) - 7 * back;
    const came = series.values.subarray(day * slotsADay, (day + 7) * slotsADay);
    errors = addErrors(errors, errorsOf(foretell(until(series, day)), came));
  }
  return wapeOf(errors);
}

test.each([
  ['steady', () => 80],
  ['of few', () => 3],
  ['growing', (day: number) => 40 * (1 + day / 100)],
  ['at a new level', (day: number) => (day > 150 ? 110 : 60)],
  ['busy at the start of months', (day: number) => (day % 30 < 3 ? 130 : 80)],
  ['with days of twice as much', (day: number) => ((day * 7919) % 23 === 0 ? 160 : 80)],
])('%s: no worse than the mean of four weeks', (_, level) => {
  const series = drawSeries(210, level);
  const ours = judge(series, 8, (known) => forecastWorkload(known, 7).values);
  const mean = judge(series, 8, (known) => methods['four-week-mean'](known, 7));
  expect(ours).toBeLessThanOrEqual(mean * 1.02);
});

test('a new level is noticed on its fifth day', () => {
  const series = drawSeries(150, (day) => (day >= 145 ? 110 : 60));
  const shift = findLevelShift(series);
  expect(shift?.day).toBe(145);
  expect(shift?.ratio).toBeCloseTo(110 / 60, 0);
  expect(findLevelShift(drawSeries(150, () => 60))).toBeNull();
});

test('what passed by itself before is no new level', () => {
  const monthly = (day: number) => (day % 30 < 5 ? 130 : 80);
  expect(findLevelShift(drawSeries(155, monthly))).toBeNull();
});

test('a marked day teaches nothing of ordinary ones, and the next of its kind is foreseen', () => {
  const billing = new Set([70, 98, 126, 154]);
  const series = drawSeries(154, (day) => (billing.has(day) ? 240 : 80));
  const marks = new Map([...billing].map((day) => [day, 'billing']));
  const ordinary = drawSeries(161, () => 80).values.subarray(154 * slotsADay);
  const sums = (values: Float64Array) => values.subarray(0, slotsADay).reduce((sum, value) => sum + value, 0);
  const foretold = forecastWorkload(series, 7, marks).values;
  expect(sums(foretold) / sums(ordinary)).toBeGreaterThan(2);
  expect(sums(foretold) / sums(ordinary)).toBeLessThan(3);
  const unmarked = forecastWorkload(series, 7, new Map([...marks].filter(([day]) => day < 154)));
  expect(sums(unmarked.values) / sums(ordinary)).toBeCloseTo(1, 0);
});

test('four slots of five fall into the interval', () => {
  const series = drawSeries(210, () => 60);
  const known = until(series, 203);
  const { values, spread } = forecastWorkload(known, 7);
  const came = series.values.subarray(203 * slotsADay);
  const within = [...came].filter((value, place) => {
    const { low, high } = intervalOf(values[place] ?? 0, spread);
    return value >= low && value <= high;
  });
  expect(within.length / came.length).toBeGreaterThan(0.65);
  expect(within.length / came.length).toBeLessThan(0.95);
});

test('what was closed stays closed, what is missing is passed over', () => {
  const series = drawSeries(70, () => 50);
  for (let day = 0; day < 70; day += 1) series.values[day * slotsADay] = Number.NaN;
  series.values.fill(Number.NaN, 40 * slotsADay, 41 * slotsADay);
  const { values } = forecastWorkload(series, 7);
  expect([...values].filter(Number.isNaN)).toHaveLength(7);
});

test('of rare events as many are foretold as come', () => {
  const draws = createDraws(3);
  const values = Float64Array.from({ length: 140 * slotsADay }, () => Number(draws.int(0, 19) === 0));
  const foretold = forecastWorkload({ firstOn: '2026-01-05', slotsADay, values }, 7).values;
  const mean = (some: Float64Array) => some.reduce((sum, value) => sum + value, 0) / some.length;
  expect(mean(foretold) / mean(values)).toBeGreaterThan(0.7);
});

test('of a week nothing but the week itself is foretold', () => {
  const series = drawSeries(7, () => 50);
  expect([...forecastWorkload(series, 7).values]).toEqual([...series.values]);
});

test('the measures are those of their definitions', () => {
  const errors = errorsOf(Float64Array.of(10, 20, Number.NaN, 5), Float64Array.of(12, 16, 3, 5));
  expect(wapeOf(errors)).toBeCloseTo(6 / 33, 12);
  expect(maseOf(errors, { ...noErrors, missed: 9, slots: 3 })).toBeCloseTo(2 / 3, 12);
  const floor = (Math.sqrt(20 / Math.PI) + Math.sqrt(40 / Math.PI) + Math.sqrt(10 / Math.PI)) / 33;
  expect(noiseFloor(errors)).toBeCloseTo(floor, 12);
});
