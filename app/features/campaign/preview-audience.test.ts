import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { Databases, TenantDb } from '#db/open.ts';
import { getAudienceRun } from '#db/tenant/queries/audience.ts';
import { audienceLines, campaignMembers, campaigns } from '#db/tenant/schema/campaign.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { churnScores, departures } from '#db/tenant/schema/churn.ts';
import { consents } from '#db/tenant/schema/outreach.ts';
import { models } from '#db/tenant/schema/prediction.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { billingAccounts, receivables } from '#db/tenant/schema/receivable.ts';
import { lineOptions, lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeCase, makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import type { CampaignKind } from './campaign.ts';
import type { Condition } from './conditions.ts';
import { previewAudience } from './preview-audience.ts';
import { openAudienceRun, refreshPages } from './refresh-audience.ts';

const now = new Date('2026-11-22T09:00:00Z');
const today = '2026-11-22';
const desk = { now: () => now, timeZone: 'Europe/Moscow' };
let databases: Databases;
let db: TenantDb;

/** Five people with a line each, the first with two; the fifth has left. */
const people = [1, 2, 3, 4, 5].map((seed) =>
  makeSubscriber(seed, { email: seed < 3 ? `${seed}@x.ru` : null }),
);
const owned = [
  { carrier: 'mts', tariffCode: 'a', ownedSince: new Date('2026-09-30T22:00:00Z'), balanceKopecks: 100 },
  { carrier: 'beeline', tariffCode: 'b', ownedSince: new Date('2020-01-01'), balanceKopecks: null },
  { carrier: 'mts', tariffCode: null, ownedSince: new Date('2024-11-22'), balanceKopecks: -500 },
  { carrier: 'megafon', tariffCode: 'a', ownedSince: new Date('2024-11-22'), balanceKopecks: 0 },
  { carrier: 'mts', tariffCode: 'a', ownedSince: new Date('2024-11-22'), balanceKopecks: 0 },
].map((line, index) => makeLine(index + 1, { ...line, subscriberId: people[index]?.id ?? '' }));
const second = makeLine(6, {
  subscriberId: people[0]?.id ?? '',
  carrier: 'beeline',
  ownedSince: new Date('2020-01-01'),
});
const [one, two, three, , five] = owned.map(({ id }) => id);

beforeAll(async () => {
  ({ databases, db } = await openTestTenant());
  await commit(db, [
    db.insert(subscribers).values(people),
    db.insert(lines).values([...owned, second]),
    db.insert(lineOptions).values({ lineId: two ?? '', code: 'a"б', name: 'Опция' }),
    db.insert(models).values({
      id: 'm',
      target: 'churn',
      number: 1,
      kind: 'logistic',
      trainedAt: now,
      parameters: {},
      card: {},
    } as typeof models.$inferInsert),
    db.insert(churnScores).values([
      {
        lineId: one ?? '',
        on: today,
        modelId: 'm',
        probability: 0.1,
        band: 'low',
        reasons: ['uses-less:40'],
        inputs: [],
      },
      {
        lineId: two ?? '',
        on: today,
        modelId: 'm',
        probability: 0.7,
        band: 'high',
        reasons: ['waited'],
        inputs: [],
      },
      {
        lineId: second.id,
        on: today,
        modelId: 'm',
        probability: 0.5,
        band: 'medium',
        reasons: [],
        inputs: [],
      },
    ]),
    db.insert(departures).values({
      id: 'd',
      lineId: five ?? '',
      kind: 'port-out',
      on: '2026-11-01',
      reason: 'price',
      notedBy: 'x',
      notedAt: now,
    }),
    db
      .insert(billingAccounts)
      .values({ id: 'b', subscriberId: people[2]?.id ?? '', number: '1', createdAt: now }),
    db.insert(receivables).values({
      id: 'r',
      accountId: 'b',
      lineId: three ?? '',
      balanceKopecks: 9000,
      oldestDueOn: '2026-11-12',
      version: 1,
      changedAt: now,
    }),
    db.insert(cases).values([
      makeCase(1, {
        subscriberId: people[1]?.id ?? '',
        kind: 'complaint',
        createdAt: new Date('2026-11-01'),
      }),
      makeCase(2, { subscriberId: people[1]?.id ?? '', createdAt: new Date('2026-01-01') }),
    ]),
    db.insert(ratings).values({
      caseId: makeCase(2).id,
      agentId: 'x',
      stars: 2,
      solvedAt: now,
      at: now,
    }),
    db.insert(consents).values([
      { id: '1', subscriberId: people[0]?.id ?? '', ...agreed, channel: null },
      { id: '2', subscriberId: people[1]?.id ?? '', ...agreed, channel: 'sms' },
      { id: '3', subscriberId: people[2]?.id ?? '', ...agreed, channel: null, withdrawnAt: now },
    ]),
  ]);
  await openAudienceRun(db, now);
  expect(await refreshPages({ db, ...desk }, (await getAudienceRun(db))?.id ?? '', 10)).toBe('over');
});
afterAll(() => databases.close());

const agreed = {
  purpose: 'advertising' as const,
  textVersion: 1,
  proof: 'форма',
  recordedBy: 'x',
  givenAt: new Date('2026-01-01'),
};

function preview(conditions: Condition[], kind: CampaignKind = 'prevention') {
  return previewAudience(db, { id: 'own', kind, conditions, today }, ['mts', 'beeline', 'megafon']);
}

test('people are counted by carrier, band and channel, each once however many lines fit', async () => {
  expect(await preview([])).toMatchObject({
    people: 4,
    lines: 5,
    asOf: now,
    reached: { cabinet: 4, email: 2, sms: 4, messenger: 0, call: 4 },
    agreed: { cabinet: 1, email: 1, sms: 2, messenger: 0, call: 1 },
  });
  expect(await preview([], 'win-back')).toMatchObject({ people: 1, byCarrier: { mts: 1 } });
});

const least = (field: string, value: number) => ({ field, is: 'at-least', value }) as Condition;
const most = (field: string, value: number) => ({ field, is: 'at-most', value }) as Condition;
const any = (field: string, ...values: string[]) => ({ field, is: 'any-of', values }) as Condition;
const none = (field: string, ...values: string[]) => ({ field, is: 'none-of', values }) as Condition;

test.each<[Condition[], number]>([
  [[least('risk', 500)], 2],
  [[least('risk', 501)], 1],
  [[most('risk', 1000)], 2],
  [[least('tenure-months', 24)], 4],
  [[least('tenure-months', 25)], 2],
  [[most('tenure-months', 1)], 1],
  [[most('tenure-months', 0)], 0],
  [[least('balance', 0)], 2],
  [[most('balance', -1)], 1],
  [[least('overdue', 1)], 1],
  [[most('overdue', 0)], 3],
  [[least('days-late', 10)], 1],
  [[least('days-late', 11)], 0],
  [[most('days-late', 0)], 3],
  [[least('cases-90', 1)], 1],
  [[least('complaints-90', 1)], 1],
  [[most('cases-90', 0)], 3],
  [[most('last-rating', 3)], 1],
  [[least('days-since-contact', 30)], 4],
  [[most('days-since-contact', 30)], 0],
  [[any('carrier', 'mts')], 2],
  [[none('carrier', 'mts', 'megafon')], 2],
  [[any('tariff', 'a')], 2],
  [[none('tariff', 'a')], 3],
  [[any('option', 'a"б')], 1],
  [[any('option', 'a', '"', "' or 1=1 --")], 0],
  [[none('option', 'a"б')], 3],
  [[any('risk-reason', 'uses-less', 'waited')], 2],
  [[any('risk-reason', 'uses')], 0],
  [[any('carrier', 'mts'), least('risk', 1)], 1],
  [[any('region', "x') or true --")], 0],
  [[least('tenure-months', 1_000_000_000)], 0],
  [[least('days-since-left', -1_000_000_000)], 0],
])('who fits %j: %i', async (conditions, count) => {
  expect((await preview(conditions)).people).toBe(count);
});

test('who left is found by when and why', async () => {
  expect(
    (await preview([least('days-since-left', 21), any('left-because', 'price')], 'win-back')).people,
  ).toBe(1);
  expect((await preview([least('days-since-left', 22)], 'win-back')).people).toBe(0);
});

test('whoever another campaign has drawn is left out while its window is open', async () => {
  const other = {
    id: 'other',
    name: 'Другая',
    kind: 'prevention' as const,
    state: 'stopped' as const,
    version: 1,
    purpose: 'service' as const,
    conditions: [],
    steps: [],
    controlPercent: 10,
    windowDays: 30 as const,
    contactKopecks: 0,
    salt: 's',
    createdBy: 'x',
    createdAt: now,
    changedAt: now,
  };
  const member = { campaignId: 'other', arm: 'control' as const, draw: 0, stratum: 's', step: 0 };
  await commit(db, [
    db.insert(campaigns).values(other),
    db.insert(campaignMembers).values([
      { ...member, subscriberId: people[0]?.id ?? '', lineId: one ?? '' },
      { ...member, subscriberId: people[1]?.id ?? '', lineId: two ?? '', arm: 'held-out' },
    ]),
  ]);
  expect((await preview([])).people).toBe(3);
  await commit(db, [db.update(campaigns).set({ state: 'finished' }).where(eq(campaigns.id, 'other'))]);
  expect((await preview([])).people).toBe(4);
});

test('what is known is looked up anew once a day, and what went is forgotten', async () => {
  const runs = async () => (await getAudienceRun(db))?.id;
  const first = await runs();
  await openAudienceRun(db, new Date(now.getTime() + 3_600_000));
  expect(await runs()).toBe(first);
  await commit(db, [
    db.delete(churnScores).where(eq(churnScores.lineId, second.id)),
    db.delete(lines).where(eq(lines.id, second.id)),
  ]);
  const later = new Date(now.getTime() + 86_400_000);
  await openAudienceRun(db, later);
  await refreshPages({ db, ...desk, now: () => later }, (await runs()) ?? '', 10);
  expect(await runs()).not.toBe(first);
  expect(await db.$count(audienceLines)).toBe(5);
});
