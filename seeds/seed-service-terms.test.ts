import { expect, test } from 'vitest';
import { ServiceTerms, termsOn } from '#app/features/service-terms/service-terms.ts';
import { listAnnotations } from '#db/tenant/queries/report-talk.ts';
import { listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { seedServiceTerms } from './seed-service-terms.ts';
import { volna } from './volna.ts';

test('every month of the demo has its terms, changed once, as a manager might have written them', async () => {
  const { db } = await openTestTenant();
  await seedServiceTerms(db, volna, 'manager', new Date('2026-11-22T09:00:00Z'));
  const versions = await listServiceTerms(db);
  const feeOn = (on: string) => termsOn(versions, on)?.terms.feeKopecks;
  expect([feeOn('2025-06-01'), feeOn('2026-04-30'), feeOn('2026-05-01')]).toEqual([
    ...[1_450_000_00, 1_450_000_00, 1_560_000_00],
  ]);
  for (const { terms } of versions) expect(ServiceTerms.safeParse(terms).success).toBe(true);
  expect(await listAnnotations(db, { from: '2026-10-01', to: '2026-10-31' })).toHaveLength(2);
});
