import { expect, test } from 'vitest';
import { waitParts } from './wait-parts.ts';

const [minute, hour] = [60_000, 3_600_000];

test.each([
  [-5000, { unit: 'clock', text: '0:00' }],
  [7999, { unit: 'clock', text: '0:07' }],
  [4 * minute + 7000, { unit: 'clock', text: '4:07' }],
  [hour - 1, { unit: 'clock', text: '59:59' }],
  [hour, { unit: 'hours', n: 1 }],
  [48 * hour - 1, { unit: 'hours', n: 47 }],
  [48 * hour, { unit: 'days', n: 2 }],
])('%i ms', (ms, parts) => {
  expect(waitParts(ms)).toEqual(parts);
});
