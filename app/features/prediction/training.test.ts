import { gt } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { ControlDb, Databases, TenantDb } from '#db/open.ts';
import { notices } from '#db/tenant/schema/notice.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { models, modelTrainings } from '#db/tenant/schema/prediction.ts';
import { billingAccounts, charges, journalEntries, receivables } from '#db/tenant/schema/receivable.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { createDraws } from '#seeds/draws.ts';
import { makeSubscriber } from '#seeds/factories.ts';
import { addPerson } from '#tests/setup/test-people.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { askTraining, askWeeklyTraining } from './ask-training.ts';
import { carryOutTraining, failTraining } from './carry-out-training.ts';
import { churnPlan } from './churn-plan.ts';
import { nonpaymentPlan } from './nonpayment-plan.ts';

const start = new Date('2026-07-01T02:00:00Z');
const today = '2026-07-01';
const manager = { userId: 'm', name: 'М', roles: ['manager'] } as const;
const later = (days: number) => new Date(start.getTime() + days * 86_400_000);
const dateOf = (day: number) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
const plans = { nonpayment: nonpaymentPlan, churn: churnPlan };
let db: TenantDb;
let databases: Databases;
let control: ControlDb;
beforeEach(async () => {
  const world = await openTestTenant();
  db = world.db;
  databases = world.databases;
  control = databases.control;
});

/** Receivables of eighteen months; one in three pays late as a rule, the others seldom. */
async function owe(count: number): Promise<void> {
  const draws = createDraws(5);
  const subscriber = makeSubscriber(1);
  const ids = Array.from({ length: count }, (_, index) => `r${index}`);
  const bills = ids.flatMap((receivableId, index) =>
    Array.from({ length: 18 }, (_, month) => {
      const days = draws.chance(index % 3 === 0 ? 0.8 : 0.1) ? draws.int(1, 20) : -draws.int(0, 9);
      const [due, id] = [month * 30 + 20, `${receivableId}-${month}`];
      return {
        id,
        receivableId,
        sequence: month,
        on: dateOf(month * 30),
        dueOn: dateOf(due),
        settledOn: dateOf(due + days),
      };
    }),
  );
  const owed = { lineId: null, balanceKopecks: 0, version: 1, changedAt: start };
  const written = await commit(db, [
    db.insert(subscribers).values(subscriber),
    ...ids.flatMap((id) => [
      db.insert(billingAccounts).values({ id, subscriberId: subscriber.id, number: id, createdAt: start }),
      db.insert(receivables).values({ id, accountId: id, ...owed }),
    ]),
    db.insert(journalEntries).values(
      bills.map(({ dueOn: _dueOn, settledOn: _settledOn, ...bill }) => ({
        ...bill,
        kind: 'charge' as const,
        kopecks: 50_000,
        source: 'file' as const,
        sourceKey: bill.id,
        bookedBy: 'b',
        bookedAt: start,
      })),
    ),
    db.insert(charges).values(
      bills.map(({ id, receivableId, dueOn, settledOn }) => ({
        entryId: id,
        receivableId,
        dueOn,
        kopecks: 50_000,
        openKopecks: 0,
        settledOn,
      })),
    ),
  ]);
  expect(written.ok).toBe(true);
}

test('a training is called for by who may, one at a time, and by itself once a week', async () => {
  expect(await askTraining(db, { ...manager, roles: ['lead'] }, 'nonpayment', start)).toMatchObject({
    error: { code: 'forbidden' },
  });
  const asked = await askTraining(db, manager, 'nonpayment', start);
  if (!asked.ok) throw new Error('It was not called for.');
  expect(await askTraining(db, manager, 'nonpayment', start)).toEqual({
    ok: false,
    error: { code: 'training-runs' },
  });
  expect(await db.select().from(outbox)).toMatchObject([{ queue: 'model-training', payload: asked.value }]);
  await failTraining(db, asked.value.trainingId, start);
  await askWeeklyTraining(db, later(7));
  expect(await db.select().from(modelTrainings)).toHaveLength(1);
  await owe(1);
  await askWeeklyTraining(db, later(6));
  expect(await db.select().from(modelTrainings)).toMatchObject([{ outcome: 'failed', stage: 'ended' }]);
  await askWeeklyTraining(db, later(7));
  expect(await db.select().from(modelTrainings)).toHaveLength(2);
});

async function train(at: Date) {
  const asked = await askTraining(db, manager, 'nonpayment', at);
  if (!asked.ok) throw new Error('It was not called for.');
  expect(
    await carryOutTraining(
      { db, control, now: () => at, today, timeZone: 'Europe/Moscow' },
      plans,
      asked.value.trainingId,
    ),
  ).toBe(true);
  return asked.value.trainingId;
}

test('what is learnt takes the place of the scorecard; learnt again it is kept and does not', async () => {
  await owe(60);
  const first = await train(start);
  expect(
    await carryOutTraining({ db, control, now: () => start, today, timeZone: 'Europe/Moscow' }, plans, first),
  ).toBe(false);
  await train(later(1));
  expect(await db.select().from(modelTrainings).orderBy(modelTrainings.askedAt)).toMatchObject([
    { outcome: 'in-force', rows: 1080, stage: 'ended' },
    { outcome: 'not-better' },
  ]);
  const kept = await db.select().from(models).orderBy(models.number);
  expect(
    kept.map(({ kind, inForceFrom, retiredAt }) => [kind !== 'scorecard', inForceFrom, retiredAt]),
  ).toEqual([
    [false, start, start],
    [true, start, null],
    [true, null, null],
  ]);
  expect(kept[1]?.card.training).toMatchObject({ subjects: 60, rows: 1080 });
});

test('of too little nothing is learnt, and the scorecard stays', async () => {
  await owe(5);
  await train(start);
  expect(await db.select().from(modelTrainings)).toMatchObject([{ outcome: 'too-little', modelId: null }]);
  expect(await db.select().from(models)).toMatchObject([{ kind: 'scorecard', retiredAt: null }]);
});

test('managers hear once of a model that drifts', async () => {
  const services = { databases, secretKey: Buffer.alloc(32), now: () => start };
  const { tenantId } = db;
  const managerId = await addPerson(services, 'manager@example.com', [{ role: 'manager', tenantId }]);
  await addPerson(services, 'lead@example.com', [{ role: 'lead', tenantId }]);
  await owe(60);
  await train(start);
  await commit(db, [db.update(charges).set({ kopecks: 900_000 }).where(gt(charges.dueOn, '2026-04-01'))]);
  await train(later(1));
  await train(later(2));
  const trainings = await db.select().from(modelTrainings).orderBy(modelTrainings.askedAt);
  expect(trainings[2]?.drift.find(({ name }) => name === 'amount')?.index).toBeGreaterThan(0.25);
  expect(await db.select().from(notices)).toMatchObject([
    { userId: managerId, kind: 'drift', caseId: null, readAt: null },
  ]);
});
