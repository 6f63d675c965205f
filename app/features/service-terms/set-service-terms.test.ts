import { expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { listServiceTermHistory, listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { firstParameters, ServiceTerms, type Threshold, termsOn } from './service-terms.ts';
import { setServiceTerms } from './set-service-terms.ts';

const terms: ServiceTerms = {
  parameters: firstParameters,
  feeKopecks: 1_000_00,
  mostPenaltyPerMille: 100,
  mostBonusPerMille: 50,
  thresholds: [],
};
const threshold: Threshold = {
  metric: 'serviceLevel',
  bound: 'at-least',
  value: 800,
  penaltyKopecks: 1,
  bonusKopecks: 1,
};

async function openTerms() {
  const { db } = await openTestTenant();
  const say = (effectiveFrom: string, feeKopecks = 1_000_00, role: Role = 'manager', at = '2026-11-22') =>
    setServiceTerms(
      { db, actor: { userId: 'olga', name: 'Ольга', roles: [role] }, now: new Date(`${at}T09:00:00Z`) },
      at,
      { effectiveFrom, terms: { ...terms, feeKopecks }, reason: 'Дополнительное соглашение' },
    );
  return { db, say };
}

const refused = (code: string) => ({ ok: false, error: expect.objectContaining({ code }) });

test('a version holds from the first of its month; one for the same month replaces it and both are kept', async () => {
  const { db, say } = await openTerms();
  expect(await say('2025-06-01')).toMatchObject({ ok: true });
  expect(await say('2026-12-01', 2_000_00)).toMatchObject({ ok: true });
  expect(await say('2026-12-01', 3_000_00)).toMatchObject({ ok: true });
  const versions = await listServiceTerms(db);
  const feeOn = (on: string) => termsOn(versions, on)?.terms.feeKopecks ?? null;
  expect(['2025-05-31', '2025-06-01', '2026-11-30', '2026-12-01'].map(feeOn)).toEqual([
    ...[null, 1_000_00, 1_000_00, 3_000_00],
  ]);
  expect((await listServiceTermHistory(db)).map(({ replacedAt }) => replacedAt !== null)).toHaveLength(3);
});

test('months have whole contracts, a month that is over keeps its own, and not everybody writes them', async () => {
  const { say } = await openTerms();
  expect(await say('2026-11-15')).toEqual(refused('not-first-of-month'));
  expect(await say('2026-11-01')).toMatchObject({ ok: true });
  expect(await say('2026-10-01')).toEqual(refused('begins-in-the-past'));
  for (const role of ['client', 'agent', 'lead'] as const)
    expect(await say('2026-12-01', 1, role)).toEqual(refused('forbidden'));
});

test.each([
  ['as it should be', [threshold], true],
  ['the wrong way round', [{ ...threshold, bound: 'at-most' }], false],
  ['a wait that should be long', [{ ...threshold, metric: 'speedOfAnswer' }], false],
  ['of a count', [{ ...threshold, metric: 'offered' }], false],
  ['of one metric twice', [threshold, threshold], false],
  ['of a broken kopeck', [{ ...threshold, penaltyKopecks: 0.5 }], false],
])('a threshold %s', (_, thresholds, isFit) => {
  expect(ServiceTerms.safeParse({ ...terms, thresholds }).success).toBe(isFit);
});
