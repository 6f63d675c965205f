import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BalanceCourse, balanceFallOf } from './balance-course.ts';

/** A balance that falls by so much each day, from `from` days before the date to the day before it. */
const falling = (from: number, dayly: (day: number) => number): BalanceCourse => {
  const days = Array.from({ length: from }, (_, index) => index - from);
  let balance = 100_000;
  return { days, kopecks: days.map((day) => (balance -= dayly(day))) };
};

test.each([
  ['as ever', falling(60, () => 100), 1],
  ['three times as fast', falling(60, (day) => (day >= -7 ? 300 : 100)), 3],
  ['not at all', falling(60, (day) => (day >= -7 ? 0 : 100)), 0],
  [
    'as ever, with money paid in',
    falling(60, (day) => (day % 5 === 0 ? -50_000 : 100)),
    expect.closeTo(1, 0),
  ],
])('it fell %s last week', (_what, course, fall) => {
  expect(balanceFallOf(course, 0)).toEqual(fall);
});

test.each([
  ['for three weeks only by a day too few', falling(20, () => 100)],
  ['never', { days: [], kopecks: [] }],
  ['and it never fell before', falling(60, (day) => (day >= -7 ? 100 : 0))],
])('known %s: nothing can be said', (_what, course) => {
  expect(balanceFallOf(course, 0)).toBeNull();
});

test('what came on the day or later changes nothing', () => {
  const readings = fc.array(fc.tuple(fc.integer({ min: -80, max: 20 }), fc.integer({ min: -1e6, max: 1e6 })));
  fc.assert(
    fc.property(readings, fc.integer({ min: -10, max: 0 }), (told, day) => {
      const ordered = told.toSorted(([a], [b]) => a - b);
      const courseOf = (rows: typeof told) => ({
        days: rows.map(([on]) => on),
        kopecks: rows.map(([, kopecks]) => kopecks),
      });
      const known = ordered.filter(([on]) => on < day);
      expect(balanceFallOf(courseOf(ordered), day)).toEqual(balanceFallOf(courseOf(known), day));
    }),
  );
});
