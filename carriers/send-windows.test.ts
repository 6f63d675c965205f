import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSendAt, recentSends, type SendWindow } from './send-windows.ts';

const mts: SendWindow[] = [
  { windowMs: 1000, max: 3 },
  { windowMs: 60_000, max: 60 },
];

function sendAll(arrivals: number[], windows: SendWindow[]): number[] {
  const sends: number[] = [];
  for (const now of arrivals) sends.push(nextSendAt(recentSends(sends, windows, now), windows, now));
  return sends;
}

test('no stretch of a window ever holds more than its maximum', () => {
  const arrivals = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(arrivals, (times) => {
      const sends = sendAll(
        times.toSorted((a, b) => a - b),
        mts,
      );
      for (const { windowMs, max } of mts) {
        for (const start of sends) {
          const inside = sends.filter((at) => at >= start && at < start + windowMs);
          expect(inside.length).toBeLessThanOrEqual(max);
        }
      }
    }),
  );
});

test('a backlog uses at least 95 % of what the windows allow', () => {
  const sends = sendAll(
    Array.from({ length: 600 }, () => 0),
    mts,
  );
  const minutes = (sends.at(-1) ?? 0) / 60_000;
  expect(600 / (minutes * 60)).toBeGreaterThan(0.95);
});

test('without windows nothing waits', () => {
  expect(nextSendAt([5, 6, 7], [], 10)).toBe(10);
});
