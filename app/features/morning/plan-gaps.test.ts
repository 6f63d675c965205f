import { expect, test } from 'vitest';
import { planGaps } from './plan-gaps.ts';

const halfHourMs = 30 * 60_000;
const tomorrow = Date.parse('2026-11-24T06:00:00Z');
const slots = [0, 1, 2, 3].map((slot) => ({
  from: tomorrow + slot * halfHourMs,
  to: tomorrow + (slot + 1) * halfHourMs,
  needs: [1],
}));
const shift = (id: string, from: number, halfHours: number) => ({
  id,
  from,
  to: from + halfHours * halfHourMs,
  breaks: [],
});
const person = (
  userId: string,
  shifts: ReturnType<typeof shift>[],
  away = [] as { from: number; to: number }[],
) => ({
  userId,
  skills: 1,
  shifts,
  away,
});

test.each([
  ['nobody is planned', [], [4]],
  ['one is, all the time', [person('a', [shift('s', tomorrow, 4)])], []],
  ['he goes home half way', [person('a', [shift('s', tomorrow, 2)])], [2]],
  ['he is on leave', [person('a', [shift('s', tomorrow, 4)], [{ from: 0, to: tomorrow * 2 }])], [4]],
  [
    'today he should be here and is not seen: his shift of tomorrow stands',
    [person('a', [shift('today', tomorrow - 48 * halfHourMs, 20), shift('s', tomorrow, 4)])],
    [],
  ],
])('gaps of a plan: %s', (_, people, short) => {
  expect(planGaps(slots, people).gaps.map(({ personSlots }) => personSlots)).toEqual(short);
});
