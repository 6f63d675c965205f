import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

const now = new Date('2026-03-02T12:00:00Z');

test.each([
  ['2026-03-02T12:00:30Z', { unit: 'minutes', n: 0 }],
  ['2026-03-02T11:00:01Z', { unit: 'minutes', n: 59 }],
  ['2026-03-02T11:00:00Z', { unit: 'hours', n: 1 }],
  ['2026-02-28T12:00:01Z', { unit: 'hours', n: 47 }],
  ['2026-02-28T12:00:00Z', { unit: 'days', n: 2 }],
])('what began at %s is %o old', (from, age) => {
  expect(ageOf(new Date(from), now)).toEqual(age);
});
