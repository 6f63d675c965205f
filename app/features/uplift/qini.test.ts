import { expect, test } from 'vitest';
import { createDraws } from '#seeds/draws.ts';
import { qiniArea } from './qini.ts';

const treated = Uint8Array.from([1, 0, 1, 0]);
const outcome = Uint8Array.from([1, 0, 0, 0]);

test.each([
  ['the persuadable first', [4, 3, 2, 1], (0 - 0.25 + (1 - 0.5) + (1 - 0.75) + 0) / 4],
  ['the persuadable last', [1, 2, 4, 3], (0 - 0.25 + (0 - 0.5) + (0 - 0.75) + 0) / 4],
])('%s', (_, scores, area) => {
  expect(qiniArea(scores, { treated, outcome })).toBeCloseTo(area, 12);
});

test('a ranking that knows nothing has no area', () => {
  const draws = createDraws(7);
  const rows = 20_000;
  const draw = (most: number) => Uint8Array.from({ length: rows }, () => Number(draws.int(0, most) === 0));
  const scores = Float64Array.from({ length: rows }, () => draws.int(0, 1_000_000));
  const area = qiniArea(scores, { treated: draw(1), outcome: draw(9) });
  expect(Math.abs(area)).toBeLessThan(25);
});
