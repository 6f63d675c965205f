import { expect, test } from 'vitest';
import { capsOf } from './contact-caps.ts';
import { lawfulLimits } from './contact-sources.ts';

const limits = { ...lawfulLimits, messages: { day: 1, week: 1, month: 1 } };
const roomOf = (last: string, zone: string, period: 'day' | 'week' | 'month') => {
  const caps = capsOf(limits, 'sms', [Date.parse(last)], [zone]);
  const room = caps.find(({ rule }) => rule === `messages-${period}`);
  return new Date(room?.from ?? Number.NaN).toISOString();
};

test.each([
  ['day', '2026-11-18T09:00:00Z', 'Europe/Moscow', '2026-11-19T09:00:00.000Z'],
  ['week', '2026-11-18T09:00:00Z', 'Europe/Moscow', '2026-11-25T09:00:00.000Z'],
  ['month', '2026-02-10T09:00:00Z', 'Europe/Moscow', '2026-03-13T09:00:00.000Z'],
  // A day on which the clocks are set back has 25 hours, and is over later than a day after its first.
  ['day', '2026-10-24T22:30:00Z', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ['week', '2026-10-18T22:30:00Z', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ['month', '2026-09-30T22:30:00Z', 'Europe/Berlin', '2026-10-31T23:00:00.000Z'],
] as const)('the %s after one of %s in %s: the stricter of both windows', (period, last, zone, from) => {
  expect(roomOf(last, zone, period)).toBe(from);
});
