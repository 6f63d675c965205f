import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { scorecard } from '#app/features/prediction/scorecard.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { ladderMoves, standings, strategies, strategyTrials } from '#db/tenant/schema/ladder.ts';
import { outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { models, nonpaymentForecasts } from '#db/tenant/schema/prediction.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { debtorsCsv } from './debtors-csv.ts';
import { readDebtors, readDebtorsToExport } from './read-debtors.ts';

const actor: Actor = { userId: 'lead-1', name: 'Зоя Старшая', roles: ['lead'] };
const now = new Date('2026-03-10T09:00:00Z');
const reader = (db: TenantDb) => ({ db, actor, now, timeZone: 'Europe/Moscow' });
const idsOf = async (db: TenantDb, query: string) =>
  (await readDebtors(reader(db), new URLSearchParams(query))).debtors.map(({ id }) => id);

async function openDebts() {
  const { db } = await openTestTenant();
  const due = { days1: '2026-03-09', days30: '2026-02-08', days31: '2026-02-07', days90: '2025-12-10' };
  for (const [id, dueOn] of Object.entries({ ...due, days91: '2025-12-09', today: '2026-03-10' }))
    await addReceivable(db, id, [{ dueOn, kopecks: 1050 }]);
  await addReceivable(db, 'paid', [{ dueOn: '2026-01-10', kopecks: 100, paid: [['2026-01-11', 100]] }]);
  const standing = (receivableId: string, hold: 'dispute' | null) => ({
    receivableId,
    strategyId: 's',
    strategyVersion: 1,
    arm: 'control' as const,
    hold,
    step: 0,
    version: 1,
    debtSince: '2026-01-01',
    changedAt: now,
  });
  await commit(db, [
    db.insert(strategies).values({ id: 's', name: 'Мягкая', createdBy: 'x', createdAt: now }),
    db.insert(standings).values([standing('days1', 'dispute'), standing('days31', null)]),
    db.insert(strategyTrials).values({
      id: 't',
      championId: 's',
      challengerId: null,
      challengerPercent: 0,
      controlPercent: 10,
      salt: 'x',
      startedBy: 'm',
      startedAt: new Date('2026-01-05T09:00:00Z'),
    }),
    db.insert(ladderMoves).values({
      id: 'm',
      receivableId: 'paid',
      version: 1,
      move: 'entered',
      debtSince: '2026-01-10',
      on: '2026-01-11',
      strategyId: 's',
      strategyVersion: 1,
      arm: 'champion',
      at: now,
    }),
    db.insert(models).values({
      id: 'model',
      target: 'nonpayment',
      number: 1,
      kind: 'scorecard',
      trainedAt: now,
      parameters: scorecard,
      card: { training: null },
    }),
    db.insert(nonpaymentForecasts).values(
      (['days1', 'today'] as const).map((receivableId) => ({
        receivableId,
        dueOn: due[receivableId as 'days1'] ?? '2026-03-10',
        modelId: 'model',
        probability: 0.5,
        reasons: [],
        at: now,
        daysLate: receivableId === 'today' ? 0 : null,
      })),
    ),
    db.insert(outreachRefusals).values({
      id: 'r',
      subscriberId: 's-today',
      receivableId: 'today',
      purpose: 'collection',
      channel: 'sms',
      rule: 'hours',
      sendKey: 'r',
      at: now,
    }),
  ]);
  return db;
}

test.each([
  ['', ['days91', 'days90', 'days31', 'days30', 'days1']],
  ['bucket=1-30', ['days30', 'days1']],
  ['bucket=31-60', ['days31']],
  ['bucket=61-90', ['days90']],
  ['bucket=90%2B', ['days91']],
  ['bucket=nonsense', ['days91', 'days90', 'days31', 'days30', 'days1']],
  ['hold=dispute', ['days1']],
  ['hold=none', ['days31']],
  ['arm=control&bucket=1-30', ['days1']],
  ['carrier=mts', []],
  ['refused=hours', ['today']],
  ['refused=mode', []],
  ['promise=kept', []],
  ['asOf=2026-01-11', ['days91', 'days90', 'paid']],
  ['asOf=2026-01-11&bucket=1-30', ['paid']],
  ['asOf=2026-01-11&bucket=31-60', ['days91', 'days90']],
  ['asOf=2026-01-11&until=2026-02-11&went=cured', ['paid']],
  ['asOf=2026-01-11&until=2026-02-11&went=worse&bucket=31-60', ['days91', 'days90']],
  ['due=2026-03', ['days1']],
  ['due=2026-03&foretold=late', ['days1']],
  ['due=2026-03&paid=late', ['days1']],
  ['tried=champion', ['paid']],
  ['tried=champion&brought=paid', ['paid']],
  ['tried=control', []],
  ['suspension=proposed', []],
])('"%s" shows %j', async (query, ids) => {
  expect(await idsOf(await openDebts(), query)).toEqual(ids);
});

test('the list is paged, and its sums are of all pages', async () => {
  const { db } = await openTestTenant();
  for (let n = 10; n < 65; n += 1) await addReceivable(db, `r${n}`, [{ dueOn: '2026-03-01', kopecks: 100 }]);
  const first = await readDebtors(reader(db), new URLSearchParams());
  expect([first.debtors.length, first.total]).toEqual([50, { debts: 55, kopecks: 5500 }]);
  const rest = await readDebtors(reader(db), new URLSearchParams({ after: first.next ?? '' }));
  expect(rest.debtors.map(({ id }) => id)).toEqual(['r60', 'r61', 'r62', 'r63', 'r64']);
  expect([rest.next, rest.isFirst]).toEqual([null, false]);
  const { debtors } = await readDebtors(reader(db), new URLSearchParams({ after: "x' or 1=1" }));
  expect(debtors).toHaveLength(50);
  expect(await readDebtorsToExport(reader(db), new URLSearchParams())).toHaveLength(55);
});

test('the file holds sums to the kopeck, and no formula of a name', () => {
  const line = {
    name: '=cmd|calc',
    carrier: 'МТС',
    kopecks: 105_005,
    days: 3,
    strategy: '@x',
    arm: '',
    nextOn: '',
  };
  const text = debtorsCsv(['Абонент', 'Просрочено'], [{ ...line, hold: 'a"b' }]);
  expect(text).toContain(`"'=cmd|calc";"МТС";"1050,05";"3";"'@x";"";"";"a""b"`);
});
