import { expect, test } from 'vitest';
import { sumToPay } from './step-message.ts';

const debt = { balanceKopecks: 100_000, oldestDueOn: '2026-03-10' };
const charge = (dueOn: string, openKopecks: number) => ({ dueOn, openKopecks });
const open = [charge('2026-03-10', 30_000), charge('2026-04-10', 20_000), charge('2026-05-10', 50_000)];

test.each([
  ['before the first due date, what is due then', '2026-03-07', 30_000],
  ['on the next due date that one is not overdue yet', '2026-04-10', 30_000],
  ['a day later it is', '2026-04-11', 50_000],
  ['after the last one, all', '2026-05-11', 100_000],
])('%s', (_name, on, sum) => {
  expect(sumToPay(debt, open, on)).toBe(sum);
});

test('nobody is asked for more than he owes, and for all of it where no charge is known', () => {
  expect(sumToPay({ ...debt, balanceKopecks: 10_000 }, open, '2026-05-11')).toBe(10_000);
  expect(sumToPay(debt, [], '2026-05-11')).toBe(100_000);
});
