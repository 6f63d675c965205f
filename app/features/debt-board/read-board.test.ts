import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { defaultStrategy } from '#app/features/strategy/default-strategy.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countDebtHistory } from '#db/tenant/queries/debt-history.ts';
import {
  ladderMoves,
  promises,
  strategies,
  strategyTrials,
  strategyVersions,
} from '#db/tenant/schema/ladder.ts';
import { outreachAttempts, outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readBoard } from './read-board.ts';

const actor: Actor = { userId: 'lead-1', name: 'Зоя Старшая', roles: ['lead'] };
const now = new Date('2026-03-10T09:00:00Z');
const before = new Date('2026-01-01T09:00:00Z');
const reader = (db: TenantDb) => ({ db, actor, now, timeZone: 'Europe/Moscow' });

test('an empty tenant has a board of noughts', async () => {
  const { db } = await openTestTenant();
  expect(await readBoard(reader(db))).toMatchObject({
    ageing: [{ on: '2026-03-10', by: { '1-30': { receivables: 0, kopecks: 0 } } }],
    rates: [],
    trial: null,
    holds: [],
    suspensions: [],
    refusals: [],
    forecast: [],
    promises: { kept: 0, broken: 0, promisedKopecks: 0 },
  });
});

test('now is counted from what is open, months and rates from the nights', async () => {
  const { db } = await openTestTenant();
  await addReceivable(db, 'a', [
    { dueOn: '2026-01-20', kopecks: 100 },
    { dueOn: '2026-03-20', kopecks: 900 },
  ]);
  await addReceivable(db, 'b', [{ dueOn: '2026-01-25', kopecks: 50, paid: [['2026-02-10', 50]] }]);
  for (const on of ['2026-02-01', '2026-02-02', '2026-03-01'])
    await commit(db, countDebtHistory(db, { after: '', upTo: 'z' }, on));
  const { ageing, rates } = await readBoard(reader(db));
  expect(ageing).toMatchObject([
    { on: '2026-02-01', by: { '1-30': { receivables: 2, kopecks: 150 } } },
    { on: '2026-03-01', by: { '31-60': { receivables: 1, kopecks: 100 } } },
    { on: '2026-03-10', by: { '31-60': { receivables: 1, kopecks: 100 }, current: { kopecks: 0 } } },
  ]);
  expect(rates.find(({ on }) => on === '2026-03-01')?.by[0]).toEqual({
    bucket: '1-30',
    stood: 2,
    roll: 100 / 150,
    cure: 1 / 2,
  });
});

test('promises count by number and by sum, refusals by rule, both of late only', async () => {
  const { db } = await openTestTenant();
  await addReceivable(db, 'a');
  const promise = (id: string, state: 'kept' | 'broken', lastOn: string, paidKopecks: number) =>
    db.insert(promises).values({
      id,
      receivableId: 'a',
      parts: [],
      kopecks: 100,
      lastOn,
      state,
      via: 'desk',
      formToken: id,
      madeBy: 'x',
      madeAt: before,
      endedAt: now,
      paidKopecks,
    });
  const refusal = (id: string, at: Date, receivableId: string | null = 'a') =>
    db.insert(outreachRefusals).values({
      id,
      subscriberId: 's-a',
      receivableId,
      purpose: 'collection',
      channel: 'sms',
      rule: 'hours',
      sendKey: id,
      at,
    });
  await commit(db, [
    promise('1', 'kept', '2026-03-01', 100),
    promise('2', 'broken', '2026-03-02', 20),
    promise('3', 'broken', '2025-10-02', 0),
    ...[refusal('4', now), refusal('5', before), refusal('6', now), refusal('7', now, null)],
  ]);
  const { promises: summed, refusals } = await readBoard(reader(db));
  expect(summed).toMatchObject({
    debts: { kept: 1, broken: 1 },
    kept: 1,
    broken: 1,
    promisedKopecks: 200,
    paidKopecks: 120,
  });
  expect(refusals).toEqual([{ rule: 'hours', debts: 1 }]);
});

test('a trial counts debts that were not paid by their date, with what was paid and spent in thirty days', async () => {
  const { db } = await openTestTenant();
  const rules = { ...defaultStrategy, costs: { sms: 300 } };
  const by = { savedBy: 'x', savedAt: before, inForceFrom: before, putInForceBy: 'x' };
  await commit(db, [
    db.insert(strategies).values({ id: 's', name: 'С', createdBy: 'x', createdAt: before }),
    db.insert(strategyVersions).values({ strategyId: 's', number: 1, rules, ...by }),
    db.insert(strategyTrials).values({
      id: 't',
      championId: 's',
      challengerPercent: 0,
      controlPercent: 20,
      salt: 'x',
      startedBy: 'x',
      startedAt: before,
    }),
  ]);
  const second = { dueOn: '2026-02-05', kopecks: 400 };
  await addReceivable(db, 'paid', [
    { dueOn: '2026-01-20', kopecks: 1000, paid: [['2026-02-01', 1000]] },
    second,
  ]);
  await addReceivable(db, 'slow', [{ dueOn: '2026-01-20', kopecks: 1000, paid: [['2026-03-01', 1000]] }]);
  await addReceivable(db, 'early', [{ dueOn: '2026-01-20', kopecks: 1000, paid: [['2026-01-20', 1000]] }]);
  await addReceivable(db, 'fresh', [{ dueOn: '2026-02-20', kopecks: 1000 }]);
  const entered = (receivableId: string, arm: 'champion' | 'control', debtSince: string, version = 1) =>
    db.insert(ladderMoves).values({
      id: `m-${receivableId}-${version}`,
      receivableId,
      version,
      move: 'entered',
      debtSince,
      arm,
      strategyId: 's',
      strategyVersion: 1,
      on: debtSince,
      at: before,
    });
  await commit(db, [
    ...[entered('paid', 'champion', '2026-01-20'), entered('slow', 'control', '2026-01-20')],
    entered('paid', 'champion', '2026-02-05', 2),
    ...[entered('early', 'champion', '2026-01-20'), entered('fresh', 'champion', '2026-02-20')],
    db.insert(outreachAttempts).values({
      id: 'o',
      subscriberId: 's-paid',
      sequence: 1,
      receivableId: 'paid',
      purpose: 'collection',
      channel: 'sms',
      address: '',
      content: '',
      timeZone: 'Europe/Moscow',
      state: 'sent',
      sendKey: 'o',
      by: 'worker',
      at: new Date('2026-01-25T09:00:00Z'),
    }),
  ]);
  expect((await readBoard(reader(db))).trial?.arms).toMatchObject([
    { arm: 'champion', debts: 1, paid: 1, owedKopecks: 1000, recoveredKopecks: 1000, costKopecks: 300 },
    { arm: 'control', debts: 1, paid: 0, recoveredKopecks: 0, costKopecks: 0, costPerRouble: null },
  ]);
});
