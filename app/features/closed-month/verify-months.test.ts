import { expect, test } from 'vitest';
import { closedMonths } from '#db/tenant/schema/closed-month.ts';
import { fillMonths } from '#tests/setup/tenant-months.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { verifyMonths } from './verify-months.ts';

const secretKey = Buffer.alloc(32);

test('a chain is told with its head; signed with another key, or of nothing, it is said so', async () => {
  const { db } = await openTestTenant();
  expect(await verifyMonths({ db, secretKey })).toEqual({ months: 0, records: 0, head: null, broken: null });
  await fillMonths(db, 6, 'Ольга');
  const [row] = await db.select().from(closedMonths);
  expect(await verifyMonths({ db, secretKey })).toEqual({
    months: 1,
    records: 1,
    head: row?.hash,
    broken: null,
  });
  expect(await verifyMonths({ db, secretKey: Buffer.alloc(32, 1) })).toMatchObject({
    broken: { place: 1, month: '2026-01', revision: 1 },
  });
});
