import { beforeEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { models, nonpaymentForecasts, paymentHabits } from '#db/tenant/schema/prediction.ts';
import {
  balanceReadings,
  billingAccounts,
  charges,
  journalEntries,
  receivables,
} from '#db/tenant/schema/receivable.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { forecastPage } from './forecast-page.ts';
import { openModelInForce } from './open-model-in-force.ts';

const now = new Date('2026-06-01T01:00:00Z');
const on = '2026-06-01';
let db: TenantDb;
beforeEach(async () => {
  db = (await openTestTenant()).db;
  const subscriber = makeSubscriber(1);
  await commit(db, [
    db.insert(subscribers).values(subscriber),
    db.insert(billingAccounts).values({ id: 'a', subscriberId: subscriber.id, number: '1', createdAt: now }),
  ]);
});

type Charge = { dueOn: string; openKopecks: number; settledOn?: string };
/** A receivable with what it was charged; the habit says that it paid late twice of twice. */
async function owe(id: string, oldestDueOn: string, all: Charge[]): Promise<void> {
  const entry = {
    receivableId: id,
    kind: 'charge',
    kopecks: 50_000,
    source: 'file',
    on: '2026-05-01',
  } as const;
  const numbered = all.map((charge, sequence) => ({ ...charge, sequence, entryId: `${id}-${sequence}` }));
  const [accountId, bookedAt] = ['a', now];
  const habit = { charges: 2, late: 2, lateDays: 9, lastDays: [5, 4], chargedKopecks: 100_000 };
  await commit(db, [
    db
      .insert(receivables)
      .values({
        id,
        accountId,
        lineId: null,
        balanceKopecks: 1,
        oldestDueOn,
        version: 1,
        changedAt: now,
      })
      .onConflictDoNothing(),
    db.insert(journalEntries).values(
      numbered.map(({ entryId, sequence }) => ({
        ...entry,
        id: entryId,
        sequence,
        sourceKey: entryId,
        bookedBy: 'b',
        bookedAt,
      })),
    ),
    db.insert(charges).values(
      numbered.map(({ entryId, dueOn, openKopecks, settledOn = null }) => ({
        entryId,
        receivableId: id,
        dueOn,
        kopecks: 50_000,
        openKopecks,
        settledOn,
      })),
    ),
    db
      .insert(paymentHabits)
      .values({ receivableId: id, ...habit, firstDueOn: '2026-01-20', countedUntil: '2026-03-25' }),
  ]);
}
const page = { after: '', upTo: 'zzz' };
async function runPage(day = on) {
  const model = await openModelInForce(db, now);
  const written = await commit(
    db,
    await forecastPage(db, model, page, { on: day, now, timeZone: 'Europe/Moscow' }),
  );
  expect(written.ok).toBe(true);
  return db.select().from(nonpaymentForecasts).orderBy(nonpaymentForecasts.dueOn);
}

test('a due date ahead is foretold once, from how he paid and what is overdue; nothing else is', async () => {
  await owe('r1', '2026-05-20', [
    { dueOn: '2026-05-20', openKopecks: 20_000 },
    { dueOn: '2026-06-20', openKopecks: 50_000 },
    { dueOn: '2026-06-25', openKopecks: 0, settledOn: '2026-05-30' },
  ]);
  const first = await runPage();
  expect(first).toMatchObject([{ receivableId: 'r1', dueOn: '2026-06-20', daysLate: null, at: now }]);
  expect(first[0]?.probability).toBeGreaterThan(0.8);
  expect(first[0]?.reasons).toEqual(expect.arrayContaining(['late-recently:2', 'overdue-now:12']));
  expect(await runPage()).toEqual(first);
});

test('what came of it is written down once nothing of it is open', async () => {
  await owe('r1', '2026-06-20', [{ dueOn: '2026-06-20', openKopecks: 50_000 }]);
  await runPage();
  expect(await runPage('2026-06-22')).toMatchObject([{ daysLate: null }]);
  await commit(db, [db.update(charges).set({ openKopecks: 0, settledOn: '2026-06-27' })]);
  expect(await runPage('2026-06-28')).toMatchObject([{ daysLate: 7 }]);
});

test('a page leaves other pages alone', async () => {
  await owe('r1', '2026-06-20', [{ dueOn: '2026-06-20', openKopecks: 1 }]);
  const model = await openModelInForce(db, now);
  const written = await commit(
    db,
    await forecastPage(db, model, { after: 'r1', upTo: 'zzz' }, { on, now, timeZone: 'Europe/Moscow' }),
  );
  expect(written.ok).toBe(true);
  expect(await db.select().from(nonpaymentForecasts)).toEqual([]);
});

test('the scorecard is in force until there is something better, and only once', async () => {
  const [one, other] = await Promise.all([openModelInForce(db, now), openModelInForce(db, now)]);
  expect(one.id).toBe(other.id);
  expect(await db.select().from(models)).toMatchObject([{ number: 1, kind: 'scorecard', retiredAt: null }]);
});

test.each([
  ['last week', -7, ['balance-falls']],
  ['on that very day only', 0, []],
])(
  'a balance that fell four times as fast %s is a reason, and never one from later',
  async (_when, since, told) => {
    const line = makeLine(1);
    await owe('r1', '2026-06-20', [{ dueOn: '2026-06-20', openKopecks: 50_000 }]);
    const days = Array.from({ length: 61 }, (_, index) => index - 60);
    const readings = days.map((day) => ({
      lineId: line.id,
      at: new Date(now.getTime() + day * 86_400_000),
      source: 'carrier' as const,
      kopecks: 1_000_000 - 100 * day - 300 * Math.max(0, day - since + 1),
    }));
    await commit(db, [
      db.insert(lines).values(line),
      db.update(receivables).set({ lineId: line.id }),
      db.delete(paymentHabits),
      db.insert(balanceReadings).values(readings),
    ]);
    const [foretold] = await runPage();
    expect(foretold?.reasons.filter((reason) => reason.startsWith('balance'))).toEqual(told);
  },
);
