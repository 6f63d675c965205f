import { expect, test } from 'vitest';
import { listOwnReports } from '#db/tenant/queries/own-reports.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { seedOwnReports } from './seed-own-reports.ts';

test('the demo’s manager has reports, one of them for the client company', async () => {
  const { db } = await openTestTenant();
  await seedOwnReports(db, { id: 'm1', name: 'Ольга' }, new Date('2026-03-20T12:00:00Z'));
  const sharings = (await listOwnReports(db)).map(({ sharing }) => sharing);
  expect(sharings.toSorted()).toEqual(['client', 'staff', 'staff']);
});
