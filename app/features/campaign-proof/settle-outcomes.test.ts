import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countCorrections, listProofs, tallyMembers } from '#db/tenant/queries/campaign-proof.ts';
import { finishWork } from '#db/tenant/queries/outbox.ts';
import { campaignMembers } from '#db/tenant/schema/campaign.ts';
import { churnDefinitions, departures } from '#db/tenant/schema/churn.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { addCampaign, type GivenMember } from '#tests/setup/test-campaigns.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { openMeasuring } from './open-measuring.ts';
import { type OutcomeWork, settleOutcomes } from './settle-outcomes.ts';

const closed = new Date('2026-04-01T00:30:00Z');

/** Opens the day and does the work that was called for until none is left; says how many pages there were. */
async function measureOn(tenant: Awaited<ReturnType<typeof openTestTenant>>, now: Date) {
  const { db, databases } = tenant;
  await openMeasuring(db, now, databases.control);
  for (let pages = 0; ; pages++) {
    const [work] = await db.select().from(outbox).orderBy(asc(outbox.id)).limit(1);
    if (!work) return pages;
    const ending = finishWork(db, [work.id]);
    await settleOutcomes({ db, now, ending }, work.payload as OutcomeWork);
  }
}

async function outcomesOf(db: TenantDb) {
  const { subscriberId, outcome } = campaignMembers;
  const rows = await db.select({ subscriberId, outcome }).from(campaignMembers).orderBy(asc(subscriberId));
  return rows.map((row) => row.outcome);
}

const members: GivenMember[] = [
  { arm: 'treated', isReached: true, left: [['2026-03-10']] },
  { arm: 'treated', left: [['2026-03-10', '2026-03-20']] },
  { arm: 'treated' },
  { arm: 'control', left: [['2026-03-30']] },
  { arm: 'control', left: [['2026-03-31']] },
];

test('when the window is over each outcome is stored, of whoever was drawn', async () => {
  const tenant = await openTestTenant();
  await addCampaign(tenant.db, {}, members);
  expect(await measureOn(tenant, new Date('2026-03-30T12:00:00Z'))).toBe(0);
  expect(await outcomesOf(tenant.db)).toEqual([null, null, null, null, null]);
  expect(await measureOn(tenant, closed)).toBe(1);
  expect(await outcomesOf(tenant.db)).toEqual([1, 0, 0, 1, 0]);
  expect(await tallyMembers(tenant.db, ['campaign'])).toMatchObject([
    { arm: 'control', members: 2, reached: 0, happened: 1 },
    { arm: 'treated', members: 3, reached: 1, happened: 1 },
  ]);
  expect(await listProofs(tenant.db, ['campaign'])).toMatchObject([{ measuredAt: closed }]);
});

test('a day is opened once, whoever looks twice', async () => {
  const tenant = await openTestTenant();
  await addCampaign(tenant.db, {}, members);
  const both = [1, 2].map(() => openMeasuring(tenant.db, closed, tenant.databases.control));
  await Promise.all(both);
  expect(await tenant.db.select().from(outbox)).toHaveLength(1);
});

test('what is told late corrects an outcome and says why; what is known corrects nothing', async () => {
  const tenant = await openTestTenant();
  const { db } = tenant;
  await addCampaign(db, {}, members);
  await measureOn(tenant, closed);
  const told = { kind: 'disconnected', reason: 'price', notedBy: 'import', notedAt: closed } as const;
  await commit(db, [
    db.insert(departures).values({ id: 'late', lineId: 'campaign-m3-line', on: '2026-03-05', ...told }),
    db.update(departures).set({ returnedOn: '2026-03-29' }).where(eq(departures.id, 'campaign-m1-line-0')),
    db.delete(departures).where(eq(departures.id, 'campaign-m4-line-0')),
  ]);
  await measureOn(tenant, new Date('2026-04-02T00:30:00Z'));
  expect(await outcomesOf(db)).toEqual([0, 0, 1, 0, 0]);
  const corrections = [
    { why: 'departure-taken-back', members: 1 },
    { why: 'departure-told-late', members: 1 },
    { why: 'return-told-late', members: 1 },
  ];
  expect(await countCorrections(db, 'campaign')).toEqual(corrections);
  await measureOn(tenant, new Date('2026-04-03T00:30:00Z'));
  expect(await countCorrections(db, 'campaign')).toEqual(corrections);
});

test('months later it is left as it is', async () => {
  const tenant = await openTestTenant();
  await addCampaign(tenant.db, {}, members);
  await measureOn(tenant, closed);
  expect(await measureOn(tenant, new Date('2026-08-01T00:30:00Z'))).toBe(0);
});

test('those who were won back are counted by their return', async () => {
  const tenant = await openTestTenant();
  await addCampaign(tenant.db, { kind: 'win-back' }, [
    { arm: 'treated', left: [['2026-01-10', '2026-03-15']] },
    { arm: 'control', left: [['2026-01-10']] },
  ]);
  await measureOn(tenant, closed);
  expect(await outcomesOf(tenant.db)).toEqual([1, 0]);
});

test('what the contract does not count as churn did not happen', async () => {
  const tenant = await openTestTenant();
  await addCampaign(tenant.db, {}, members);
  const { db } = tenant;
  const set = { carrierAccountId: '', silentDays: 90, setBy: 'manager-1', setAt: closed };
  const [before, within] = [
    { id: 'before', from: '2026-02-01', kinds: ['silent' as const], ...set },
    { id: 'within', from: '2026-03-02', kinds: ['port-out' as const], ...set },
  ];
  await commit(db, [db.insert(churnDefinitions).values([before, within])]);
  await measureOn(tenant, closed);
  expect(await outcomesOf(db)).toEqual([0, 0, 0, 0, 0]);
});

test('more members than a page holds are all measured', async () => {
  const tenant = await openTestTenant();
  const many = Array.from({ length: 2001 }, (): GivenMember => ({ arm: 'treated' }));
  await addCampaign(tenant.db, {}, many);
  expect(await measureOn(tenant, closed)).toBe(2);
  expect(new Set(await outcomesOf(tenant.db))).toEqual(new Set([0]));
});
