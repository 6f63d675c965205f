import { expect, test } from 'vitest';
import { countHabit, type PaymentHabit } from './payment-habit.ts';

const paid = (dueOn: string, settledOn: string, kopecks = 50_000) => ({ dueOn, settledOn, kopecks });
const countAll = (...charges: ReturnType<typeof paid>[]) =>
  charges.reduce<PaymentHabit | null>(countHabit, null);

test('a habit grows by the charge that closed: late, in time, before its day', () => {
  expect(
    countAll(
      paid('2026-02-20', '2026-02-27'),
      paid('2026-03-20', '2026-03-20', 60_000),
      paid('2026-04-20', '2026-04-15'),
    ),
  ).toEqual({
    charges: 3,
    late: 1,
    lateDays: 7,
    lastDays: [-5, 0, 7],
    chargedKopecks: 160_000,
    firstDueOn: '2026-02-20',
    countedUntil: '2026-04-15',
  });
});

test('the last twelve are kept; an older charge that closes later moves no date back', () => {
  const months = Array.from({ length: 14 }, (_, month) => paid('2026-01-31', `2026-02-${10 + month}`));
  expect(countAll(...months)?.lastDays).toEqual([23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12]);
  const habit = countAll(paid('2026-03-20', '2026-05-01'), paid('2026-02-20', '2026-04-30'));
  expect(habit).toMatchObject({ firstDueOn: '2026-02-20', countedUntil: '2026-05-01' });
});
