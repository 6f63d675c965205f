import { count, isNull, lt, type SQL, sum } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { charges, receivables } from '#db/tenant/schema/receivable.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { seedDebtsAtScale } from './scale-debts.ts';

test('receivables by the thousand owe nothing, something to come, or what is overdue', async () => {
  const { db } = await openTestTenant();
  await seedDebtsAtScale(db, { count: 1000, on: '2026-11-22' });
  const { oldestDueOn, balanceKopecks } = receivables;
  const counted = async (where: SQL) =>
    (await db.select({ n: count() }).from(receivables).where(where))[0]?.n;
  expect(await counted(isNull(oldestDueOn))).toBe(450);
  expect(await counted(lt(oldestDueOn, '2026-11-22'))).toBe(200);
  const [owed] = await db.select({ kopecks: sum(balanceKopecks) }).from(receivables);
  const [open] = await db.select({ kopecks: sum(charges.openKopecks) }).from(charges);
  expect(owed).toEqual(open);
});
