import { expect, test } from 'vitest';
import { snoozeMoments } from './snooze-moments.ts';

test.each([
  // A Wednesday, late in Moscow; in Vladivostok it is Thursday already.
  ['2026-03-04T20:30:00Z', 'Europe/Moscow', '2026-03-05T06:00:00.000Z', '2026-03-09T06:00:00.000Z'],
  ['2026-03-04T20:30:00Z', 'Asia/Vladivostok', '2026-03-05T23:00:00.000Z', '2026-03-08T23:00:00.000Z'],
  // On a Monday the next one is meant.
  ['2026-03-02T09:00:00Z', 'Europe/Moscow', '2026-03-03T06:00:00.000Z', '2026-03-09T06:00:00.000Z'],
])('at %s in %s tomorrow is %s, Monday is %s', (now, zone, tomorrow, monday) => {
  const moments = snoozeMoments(new Date(now), zone).map(({ at }) => at.toISOString());
  expect(moments.slice(2)).toEqual([tomorrow, monday]);
});
