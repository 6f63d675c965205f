import { expect, test } from 'vitest';
import { forecastEffect, sidesOf } from './forecast-effect.ts';

test.each([
  [1000, 0, 20, { treated: 800, control: 200, heldOut: 0 }],
  [1000, 5, 20, { treated: 760, control: 190, heldOut: 50 }],
  [0, 5, 20, { treated: 0, control: 0, heldOut: 0 }],
])('%i people, %i %% held out, %i %% control', (people, held, control, sides) => {
  expect(sidesOf(people, held, control)).toEqual(sides);
});

/** The table of the design page: 5 % to 4 % needs 22,409 people with a control of 20 %. */
test('as many people as the trade says show a fall from 5 % to 4 %', () => {
  const sides = sidesOf(22_409, 0, 20);
  const { smallest, from, isAssumed } = forecastEffect({ kind: 'prevention', windowDays: 30 }, sides, 0.05);
  expect([from, isAssumed]).toEqual([expect.closeTo(0.05, 10), false]);
  expect(smallest).toBeCloseTo(0.01, 4);
});

test('pooled waves show less, and two thousand people show no point', () => {
  const sides = sidesOf(2000, 0, 20);
  const forecast = forecastEffect({ kind: 'prevention', windowDays: 30 }, sides, 0.05);
  expect(forecast.smallest).toBeGreaterThan(0.01);
  const [two, four] = forecast.waves.map(({ smallest }) => smallest ?? 1);
  expect(two).toBeLessThan(forecast.smallest ?? 0);
  expect(four).toBeLessThan(two ?? 0);
  expect(forecast.longer.map(({ days }) => days)).toEqual([60, 90]);
});

test('nobody shows nothing, and for who left it is assumed how many come back', () => {
  expect(forecastEffect({ kind: 'prevention', windowDays: 90 }, sidesOf(0, 0, 20), 0.05)).toMatchObject({
    smallest: null,
    longer: [],
  });
  expect(forecastEffect({ kind: 'win-back', windowDays: 30 }, sidesOf(9000, 0, 20), 0.4)).toMatchObject({
    isAssumed: true,
    from: expect.closeTo(0.02, 10),
  });
});
