import { expect, test } from 'vitest';
import { readMonth } from '#app/features/closed-month/read-months.ts';
import { verifyMonths } from '#app/features/closed-month/verify-months.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { seedClosedMonths } from './seed-closed-months.ts';
import { volna } from './volna.ts';

const now = new Date('2026-11-23T12:00:00Z');
const secretKey = Buffer.alloc(32, 7);

test('every month of the demo but the one that runs is closed, and one shows what a correction changed', async () => {
  const { db } = await openTestTenant();
  const manager = { id: 'm', name: 'Марина' };
  await seedClosedMonths({ db, plan: volna, manager, secretKey }, now);
  expect(await verifyMonths({ db, secretKey })).toMatchObject({ months: 17, records: 18, broken: null });
  const reader = { db, secretKey, now, timeZone: volna.timeZone };
  const [first, last] = [
    await readMonth(reader, '2025-06', false),
    await readMonth(reader, '2026-10', false),
  ];
  expect([first?.revisions.length, last?.revisions.length]).toEqual([1, 1]);
  const corrected = await readMonth(reader, '2026-06', false);
  expect(corrected?.revisions[1]).toMatchObject({
    reason: expect.stringMatching(/АТС/),
    differences: expect.arrayContaining([
      expect.objectContaining({
        metric: 'offered',
        before: expect.objectContaining({ numerator: 0 }),
        after: expect.objectContaining({ numerator: 3 }),
      }),
    ]),
  });
});
