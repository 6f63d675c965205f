import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callHours, spreadCalls } from './spread-calls.ts';

const friday = '2026-11-20';

test('what a day cannot take goes to the next working day', () => {
  const slots = spreadCalls(5, new Map([[friday, 1]]), { from: friday, minuteNow: 0, perDay: 3 });
  expect(slots).toEqual([
    { on: friday, minute: 780 },
    { on: friday, minute: 960 },
    { on: '2026-11-23', minute: 600 },
    { on: '2026-11-23', minute: 780 },
    { on: '2026-11-23', minute: 960 },
  ]);
});

test('no call is put before now, and after the hours the day is over', () => {
  const at = (minuteNow: number) => spreadCalls(1, new Map(), { from: friday, minuteNow, perDay: 10 });
  expect(at(700)).toEqual([{ on: friday, minute: 700 }]);
  expect(at(callHours.until)).toEqual([{ on: '2026-11-23', minute: 600 }]);
});

test('all are put, none on a weekend, none beside the hours, no day above its limit', () => {
  const given = fc.record({
    count: fc.nat({ max: 300 }),
    used: fc.nat({ max: 60 }),
    minuteNow: fc.integer({ min: 0, max: 1439 }),
    perDay: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(given, ({ count, used, minuteNow, perDay }) => {
      const slots = spreadCalls(count, new Map([[friday, used]]), { from: friday, minuteNow, perDay });
      expect(slots).toHaveLength(count);
      const days = Map.groupBy(slots, ({ on }) => on);
      for (const [on, calls] of days) {
        expect([0, 6]).not.toContain(new Date(on).getUTCDay());
        expect(calls.length + (on === friday ? used : 0)).toBeLessThanOrEqual(perDay);
        for (const { minute } of calls)
          expect(minute >= callHours.from && minute <= callHours.until).toBe(true);
      }
    }),
  );
});
