import { asc, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  callTasks,
  ladderMoves,
  promises,
  standings,
  strategies,
  strategyVersions,
  suspensions,
} from '#db/tenant/schema/ladder.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { journalEntries, receivables } from '#db/tenant/schema/receivable.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { makeLine } from '#seeds/factories.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { reactToDebt } from './react-to-debt.ts';
import type { StrategyRules } from './strategy.ts';

const rules: StrategyRules = {
  entry: { leastKopecks: 5000, subscribers: 'all', carriers: [], leastRiskPerMille: 0 },
  steps: [
    { day: 1, action: 'sms', text: '' },
    { day: 5, action: 'sms', text: '' },
  ],
};
const at = new Date('2026-03-15T12:00:00+03:00');
const react = (now = at) => reactToDebt({ db, now, timeZone: 'Europe/Moscow' }, 'r1');
let db: TenantDb;

/** A debtor behind the first of two steps, with a person told to call him. */
beforeEach(async () => {
  ({ db } = await openTestTenant());
  await addReceivable(db, 'r1', [{ dueOn: '2026-03-10', kopecks: 20_000 }]);
  const version = { strategyId: 's1', number: 1, rules, savedBy: 'm', savedAt: at, inForceFrom: at };
  const walk = { strategyId: 's1', strategyVersion: 1, arm: 'champion' as const, debtSince: '2026-03-10' };
  const standing = { ...walk, receivableId: 'r1', step: 1, nextOn: '2026-03-15', version: 2, changedAt: at };
  const task = {
    id: 't1',
    receivableId: 'r1',
    on: '2026-03-11',
    state: 'open' as const,
    version: 1,
    createdAt: at,
  };
  await commit(db, [
    db.insert(strategies).values({ id: 's1', name: 'Мягкая', createdBy: 'm', createdAt: at }),
    db.insert(strategyVersions).values(version),
    db.insert(standings).values(standing),
    db.insert(callTasks).values(task),
  ]);
});

const moves = async () => {
  const rows = await db.select().from(ladderMoves).orderBy(asc(ladderMoves.version));
  return rows.map(({ move, why, on, version }) => [move, why, on, version]);
};
const suspensionWork = () => db.select().from(outbox).where(eq(outbox.queue, 'suspension-react'));
const pay = () => db.update(receivables).set({ balanceKopecks: 0, oldestDueOn: null, version: 2 });

test('whoever paid leaves, and is called no more', async () => {
  await commit(db, [pay()]);
  expect(await react()).toBe(true);
  expect(await moves()).toEqual([['left', 'paid', '2026-03-15', 3]]);
  expect(await db.select().from(standings)).toMatchObject([
    { leftOn: '2026-03-15', nextOn: null, version: 3 },
  ]);
  expect(await db.select().from(callTasks)).toMatchObject([{ state: 'dropped', version: 2 }]);
  expect(await suspensionWork()).toEqual([]);
});

test('told twice, it happens once', async () => {
  await commit(db, [pay()]);
  await Promise.all([react(), react()]);
  expect((await moves()).length).toBe(1);
});

test('a dispute holds, its end releases, and the step whose day has come waits for the night', async () => {
  await commit(db, [db.update(receivables).set({ disputedKopecks: 100 })]);
  await react();
  expect(await db.select().from(callTasks)).toMatchObject([{ state: 'dropped' }]);
  await commit(db, [db.update(receivables).set({ disputedKopecks: 0 })]);
  await react();
  expect(await moves()).toEqual([
    ['held', 'dispute', '2026-03-15', 3],
    ['released', 'dispute', '2026-03-15', 4],
  ]);
  expect(await db.select().from(standings)).toMatchObject([{ hold: null, nextOn: '2026-03-15', step: 1 }]);
});

test('a promise is kept by the payment that makes it up, and holds the rest no more', async () => {
  const promise = {
    id: 'p1',
    receivableId: 'r1',
    parts: [],
    kopecks: 5000,
    lastOn: '2026-03-20',
    madeBy: 'a',
  };
  const paid = { source: 'file' as const, sourceKey: 'k', bookedBy: 'w', bookedAt: at, on: '2026-03-15' };
  await commit(db, [
    db.insert(promises).values({ ...promise, state: 'open', via: 'desk', formToken: 'p', madeAt: at }),
  ]);
  await react();
  expect((await moves()).map(([move]) => move)).toEqual(['held']);
  const entry = { id: 'e9', receivableId: 'r1', sequence: 9, kind: 'payment' as const, kopecks: -5000 };
  await commit(db, [db.insert(journalEntries).values({ ...entry, ...paid })]);
  await react();
  expect((await moves()).map(([move]) => move)).toEqual(['held', 'released']);
  expect(await db.select().from(promises)).toMatchObject([{ state: 'kept', paidKopecks: 5000 }]);
});

test.each([
  ['suspended', 1],
  ['proposed', 1],
  ['restored', 0],
] as const)('a line that is %s is looked at %d times', async (state, times) => {
  const suspension = { id: 'x', receivableId: 'r1', lineId: makeLine(1).id, debtKopecks: 20_000 };
  await commit(db, [
    db.insert(lines).values(makeLine(1, { subscriberId: 's-r1' })),
    db.insert(suspensions).values({ ...suspension, state, version: 1, proposedAt: at }),
    pay(),
  ]);
  await react();
  const work = { payload: { receivableId: 'r1' }, gate: 'suspension-react', lane: 'interactive' };
  expect(await suspensionWork()).toMatchObject(Array.from({ length: times }, () => work));
});

test('who stands on no ladder stays where he is, and who is not here is said so', async () => {
  await addReceivable(db, 'r2', [{ dueOn: '2026-03-01', kopecks: 20_000 }]);
  const desk = { db, now: at, timeZone: 'Europe/Moscow' };
  expect(await reactToDebt(desk, 'r2')).toBe(true);
  expect(await reactToDebt(desk, 'r3')).toBe(false);
  expect(await moves()).toEqual([]);
});
