import { expect, test } from 'vitest';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { clockOf } from './clock-of.ts';

const berlin = 'Europe/Berlin';

test('the hour that comes twice is shown twice, and the one that is skipped never', () => {
  const autumn = clockOf(berlin, midnightOf('2026-10-25', berlin), 50);
  expect(autumn.halfHours.slice(3, 9)).toEqual([3, 4, 5, 4, 5, 6]);
  expect(autumn.halfHours.at(-1)).toBe(47);
  const spring = clockOf(berlin, midnightOf('2026-03-29', berlin), 46);
  expect(spring.halfHours.slice(2, 6)).toEqual([2, 3, 6, 7]);
});

test("who lives in Vladivostok has the tenant's Sunday evening on his Monday morning", () => {
  const clock = clockOf('Asia/Vladivostok', midnightOf('2026-11-22', 'Europe/Moscow'), 48);
  expect([clock.halfHours[0], clock.weekdays[0]]).toEqual([14, 7]);
  expect([clock.halfHours[34], clock.weekdays[34]]).toEqual([0, 1]);
});
