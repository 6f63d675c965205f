import { expect, test } from 'vitest';
import { foretoldByHour, judgeForecast } from './judge-forecast.ts';

const day = (values: Record<number, number>, rest = 0) =>
  Float64Array.from({ length: 48 }, (_, slot) => values[slot] ?? rest);

test.each([
  ['as it was said', day({ 18: 10, 19: 30 }), day({ 18: 10, 19: 30 }), 0],
  ['a half hour late', day({ 18: 10 }), day({ 19: 10 }), 2],
  ['a quarter too much', day({ 18: 50 }), day({ 18: 40 }), 0.25],
  ['nothing came', day({ 18: 5 }), day({}), null],
  ['nobody was counting', day({ 18: 5 }), day({}, Number.NaN), null],
])('%s', (_, foretold, came, wape) => {
  expect(judgeForecast([{ queue: 'call:mts', foretold, came }])).toMatchObject([{ channel: 'call', wape }]);
});

test('queues of a channel are judged one by one, and one’s surplus does not mend another’s lack', () => {
  const queues = [
    { queue: 'call:mts' as const, foretold: day({ 18: 20 }), came: day({ 18: 30 }) },
    { queue: 'call:beeline' as const, foretold: day({ 18: 20 }), came: day({ 18: 10 }) },
    { queue: 'chat:mts' as const, foretold: day({ 0: 1 }), came: day({ 0: 1 }) },
  ];
  expect(judgeForecast(queues)).toMatchObject([
    { channel: 'call', foretold: 40, came: 40, wape: 0.5 },
    { channel: 'chat', foretold: 1, came: 1, wape: 0 },
  ]);
  expect(foretoldByHour(queues, 'call')[9]).toBe(40);
  expect(foretoldByHour(queues, 'mail')).toEqual([]);
});

test('the last week of a channel stands beside its day, and alone where the day was not foretold', () => {
  const errors = (missed: number, came: number) => ({ missed, came, slots: 336, chance: 1 });
  const weeks = [
    { queue: 'call:mts' as const, errors: errors(10, 100) },
    { queue: 'call:beeline' as const, errors: errors(50, 100) },
  ];
  expect(judgeForecast([], weeks)).toEqual([
    { channel: 'call', foretold: 0, came: 0, wape: null, chance: null, lastWeek: 0.3 },
  ]);
});
