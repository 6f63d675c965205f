import { expect, test } from 'vitest';
import { firstParameters } from '#app/features/service-terms/service-terms.ts';
import { commit } from '#db/commit.ts';
import { serviceTermVersions } from '#db/tenant/schema/service-terms.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readFigures } from './read-figures.ts';

const now = new Date('2026-03-20T12:00:00Z');

/** Which of the two are not the last word, of a day. */
async function readProvisional(db: Parameters<typeof readFigures>[0], on: string) {
  const metrics = ['firstContactResolution', 'contacts'] as const;
  const figures = await readFigures(db, { metrics, from: on, to: on, now, timeZone: 'Europe/Moscow' });
  return figures.filter(({ isProvisional }) => isProvisional).map(({ metric }) => metric);
}

test('what was solved at first is not the last word until the days of the terms are over', async () => {
  const { db } = await openTestTenant();
  expect(await readProvisional(db, '2026-03-20')).toEqual(['firstContactResolution', 'contacts']);
  expect(await readProvisional(db, '2026-03-13')).toEqual(['firstContactResolution']);
  expect(await readProvisional(db, '2026-03-12')).toEqual([]);
  await commit(db, [
    db.insert(serviceTermVersions).values({
      id: 't',
      effectiveFrom: '2026-01-01',
      terms: {
        parameters: { ...firstParameters, repeatDays: 30 },
        feeKopecks: 0,
        mostPenaltyPerMille: 0,
        mostBonusPerMille: 0,
        thresholds: [],
      },
      reason: 'x',
      createdBy: 'm',
      createdAt: now,
    }),
  ]);
  expect(await readProvisional(db, '2026-03-12')).toEqual(['firstContactResolution']);
});
