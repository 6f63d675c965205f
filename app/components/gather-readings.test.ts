import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatherReadings } from './gather-readings.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openReader({ takesMs = 10, restMs = 400 } = {}) {
  let begun = 0;
  const read = () => {
    begun += 1;
    return new Promise<void>((done) => setTimeout(done, takesMs));
  };
  const { ask, stop } = gatherReadings(read, restMs);
  return { ask, stop, begun: () => begun };
}

test('the first news are read soon', async () => {
  const { ask, begun } = openReader();
  ask();
  await vi.advanceTimersByTimeAsync(50);
  expect(begun()).toBe(1);
});

test('news told together, and all that come in the rest, are one more reading', async () => {
  const { ask, begun } = openReader();
  for (let n = 0; n < 5; n++) ask();
  await vi.advanceTimersByTimeAsync(50);
  for (let n = 0; n < 5; n++) ask();
  await vi.advanceTimersByTimeAsync(300);
  expect(begun()).toBe(1);
  await vi.advanceTimersByTimeAsync(100);
  expect(begun()).toBe(2);
  await vi.advanceTimersByTimeAsync(5000);
  expect(begun()).toBe(2);
});

test('news that come quicker than pages are read all the same, one reading at a time', async () => {
  const { ask, begun } = openReader({ takesMs: 1000, restMs: 250 });
  const busy = setInterval(ask, 100);
  await vi.advanceTimersByTimeAsync(10_500);
  clearInterval(busy);
  expect(begun()).toBe(10);
});

test('a page that was left reads nothing', async () => {
  const { ask, stop, begun } = openReader();
  ask();
  stop();
  ask();
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun()).toBe(0);
});
