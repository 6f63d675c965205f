import { expect, test } from 'vitest';
import { hasHappened, lateFactOf } from './outcome.ts';

const window = { from: '2026-03-01', until: '2026-03-30' };
const absence = (on: string, returnedOn: string | null = null) => ({ on, returnedOn });

test.each([
  ['stayed', [], false, false],
  ['left on the first day', [absence('2026-03-01')], true, false],
  ['left on the last day', [absence('2026-03-30')], true, false],
  ['left the day after', [absence('2026-03-31')], false, false],
  ['left the day before, and stayed away', [absence('2026-02-28')], false, false],
  ['left and came back within', [absence('2026-03-05', '2026-03-20')], false, true],
  ['left, and came back the day after', [absence('2026-03-05', '2026-03-31')], true, false],
  ['was away and came back on the last day', [absence('2026-01-05', '2026-03-30')], false, true],
  ['was away and came back too late', [absence('2026-01-05', '2026-04-02')], false, false],
  ['came back and left again', [absence('2026-01-05', '2026-03-05'), absence('2026-03-12')], true, false],
  [
    'came back, left and came back',
    [absence('2026-01-05', '2026-03-05'), absence('2026-03-12', '2026-03-29')],
    false,
    true,
  ],
])('who %s', (_, absences, left, cameBack) => {
  expect(hasHappened('left', absences, window)).toBe(left);
  expect(hasHappened('came-back', absences, window)).toBe(cameBack);
});

test.each([
  ['left', true, [absence('2026-03-05')], 'departure-told-late'],
  ['left', false, [absence('2026-03-05', '2026-03-06')], 'return-told-late'],
  ['left', false, [], 'departure-taken-back'],
  ['came-back', true, [absence('2026-01-05', '2026-03-06')], 'return-told-late'],
  ['came-back', false, [absence('2026-03-12')], 'departure-told-late'],
  ['came-back', false, [absence('2026-01-05', '2026-04-06')], 'departure-told-late'],
  ['came-back', false, [], 'departure-taken-back'],
] as const)('measured by who %s, now %s: %j is %s', (measure, now, absences, why) => {
  expect(lateFactOf(measure, now, absences, window)).toBe(why);
});
