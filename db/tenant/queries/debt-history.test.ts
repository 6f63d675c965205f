import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { countDebtHistory, listDebtDays, listDebtRolls } from './debt-history.ts';

const everybody = { after: '', upTo: 'z' };

async function openDebts() {
  const { db } = await openTestTenant();
  const due = (dueOn: string, ...paid: [string, number][]) => ({ dueOn, kopecks: 100, paid });
  await addReceivable(db, 'a', [due('2026-01-20'), due('2026-02-20')]);
  await addReceivable(db, 'b', [due('2026-01-10', ['2026-01-15', 60], ['2026-02-15', 40])]);
  await addReceivable(db, 'c', [due('2026-01-25', ['2026-01-31', 100])]);
  await addReceivable(db, 'd', [due('2025-10-20', ['2026-02-20', 30])]);
  return db;
}

test('a day of the past is counted from what was due and paid before it, page by page', async () => {
  const db = await openDebts();
  for (const range of [
    { after: '', upTo: 'b' },
    { after: 'b', upTo: 'z' },
  ])
    await commit(db, [
      ...countDebtHistory(db, range, '2026-02-01'),
      ...countDebtHistory(db, range, '2026-03-01'),
    ]);
  expect(await listDebtDays(db, '2026-01-01')).toEqual([
    { on: '2026-02-01', bucket: '1-30', receivables: 2, kopecks: 140 },
    { on: '2026-02-01', bucket: '90+', receivables: 1, kopecks: 100 },
    { on: '2026-03-01', bucket: '31-60', receivables: 1, kopecks: 200 },
    { on: '2026-03-01', bucket: '90+', receivables: 1, kopecks: 70 },
  ]);
});

test('a payment of the day itself counts from the next day on, and the due date is not late yet', async () => {
  const db = await openDebts();
  await commit(db, [
    ...countDebtHistory(db, everybody, '2026-01-31'),
    ...countDebtHistory(db, everybody, '2026-01-25'),
  ]);
  const days = await listDebtDays(db, '2026-01-01');
  expect(days.find(({ on, bucket }) => on === '2026-01-31' && bucket === '1-30')).toMatchObject({
    receivables: 3,
    kopecks: 240,
  });
  expect(days.find(({ on, bucket }) => on === '2026-01-25' && bucket === '1-30')?.receivables).toBe(2);
});

test('rolls say where the debts of a month ago stand, and how much of them is left; only of the first of a month', async () => {
  const db = await openDebts();
  await commit(db, countDebtHistory(db, everybody, '2026-03-01'));
  await commit(db, countDebtHistory(db, everybody, '2026-03-02'));
  expect(await listDebtRolls(db, '2026-01-01')).toEqual([
    {
      on: '2026-03-01',
      fromBucket: '1-30',
      toBucket: '31-60',
      receivables: 1,
      kopecks: 100,
      leftKopecks: 100,
    },
    {
      on: '2026-03-01',
      fromBucket: '1-30',
      toBucket: 'current',
      receivables: 1,
      kopecks: 40,
      leftKopecks: 0,
    },
    { on: '2026-03-01', fromBucket: '90+', toBucket: '90+', receivables: 1, kopecks: 100, leftKopecks: 70 },
  ]);
});
