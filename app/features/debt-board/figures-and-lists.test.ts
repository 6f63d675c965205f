import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { scorecard } from '#app/features/prediction/scorecard.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countDebtHistory, listDebtRolls } from '#db/tenant/queries/debt-history.ts';
import {
  ladderMoves,
  promises,
  standings,
  strategies,
  strategyTrials,
  suspensions,
} from '#db/tenant/schema/ladder.ts';
import { outreachRefusals } from '#db/tenant/schema/outreach.ts';
import { models, nonpaymentForecasts } from '#db/tenant/schema/prediction.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import type { DebtorFilter } from './debtor-filter.ts';
import { overdueBuckets } from './overdue-buckets.ts';
import { readBoard } from './read-board.ts';
import { readDebtors } from './read-debtors.ts';

const actor: Actor = { userId: 'lead-1', name: 'Зоя Старшая', roles: ['lead'] };
const now = new Date('2026-03-10T09:00:00Z');
const before = new Date('2026-01-02T09:00:00Z');
const months = ['2026-01-01', '2026-02-01', '2026-03-01'];
const dayOf = (days: number) =>
  new Date(Date.parse('2025-11-01') + days * 86_400_000).toISOString().slice(0, 10);

/** From 1 November 2025 to 9 April 2026, with the first days of months and the day of the board among them. */
const day = fc.integer({ min: 0, max: 159 }).map(dayOf);
const Debt = fc.record({
  charges: fc.uniqueArray(fc.record({ dueOn: day, paidAfter: fc.option(fc.integer({ min: 0, max: 80 })) }), {
    selector: ({ dueOn }) => dueOn,
    maxLength: 3,
  }),
  forecasts: fc.uniqueArray(
    fc.record({
      dueOn: day,
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
      daysLate: fc.option(fc.nat(9)),
    }),
    { selector: ({ dueOn }) => dueOn, maxLength: 3 },
  ),
  promises: fc.array(fc.record({ state: fc.constantFrom('kept', 'broken'), lastOn: day }), { maxLength: 3 }),
  refusals: fc.array(fc.record({ rule: fc.constantFrom('hours', 'mode'), isOfDebt: fc.boolean() }), {
    maxLength: 3,
  }),
  suspended: fc.array(fc.constantFrom('proposed', 'confirmed', 'suspended', 'restoring'), { maxLength: 3 }),
  hold: fc.constantFrom('dispute', 'promise', 'plan', null),
  standing: fc.constantFrom('climbing', 'left', 'off'),
  arm: fc.constantFrom('champion', 'control'),
});
type Debt = typeof Debt extends fc.Arbitrary<infer T> ? T : never;

async function addDebt(db: TenantDb, id: string, debt: Debt) {
  const charges = debt.charges.map(({ dueOn, paidAfter }) => {
    const paidOn = new Date(Date.parse(dueOn) + (paidAfter ?? 0) * 86_400_000).toISOString().slice(0, 10);
    const isPaid = paidAfter !== null && paidOn <= '2026-03-10';
    return { dueOn, kopecks: 100, ...(isPaid && { paid: [[paidOn, 100] as [string, number]] }) };
  });
  await addReceivable(db, id, charges);
  const walk = { receivableId: id, strategyId: 's', strategyVersion: 1, arm: debt.arm, version: 1 } as const;
  const at = { on: '2026-01-10', at: before };
  await commit(db, [
    ...debt.forecasts.map((one) =>
      db
        .insert(nonpaymentForecasts)
        .values({ receivableId: id, modelId: 'model', reasons: [], at: now, ...one }),
    ),
    ...debt.promises.map((one, nth) =>
      db.insert(promises).values({
        id: `${id}-${nth}`,
        receivableId: id,
        parts: [],
        kopecks: 100,
        via: 'desk',
        formToken: `${id}-${nth}`,
        madeBy: 'x',
        madeAt: before,
        endedAt: now,
        ...one,
      }),
    ),
    ...debt.refusals.map(({ rule, isOfDebt }, nth) =>
      db.insert(outreachRefusals).values({
        id: `${id}-${nth}`,
        subscriberId: `s-${id}`,
        receivableId: isOfDebt ? id : null,
        rule,
        at: now,
        purpose: 'collection',
        channel: 'sms',
        sendKey: `${id}-${nth}`,
      }),
    ),
    ...debt.suspended.flatMap((state, nth) => [
      db.insert(lines).values({
        id: `${id}-${nth}`,
        subscriberId: `s-${id}`,
        msisdn: `${id}-${nth}`,
        carrier: 'mts',
        carrierAccountId: 'a',
        createdAt: before,
      }),
      db.insert(suspensions).values({
        id: `${id}-${nth}`,
        receivableId: id,
        lineId: `${id}-${nth}`,
        state,
        version: 1,
        debtKopecks: 1,
        proposedAt: now,
      }),
    ]),
    ...(debt.standing === 'off'
      ? []
      : [
          db.insert(standings).values({
            ...walk,
            hold: debt.hold,
            step: 0,
            debtSince: '2026-01-05',
            changedAt: now,
            leftOn: debt.standing === 'left' ? '2026-02-01' : null,
          }),
          db.insert(ladderMoves).values({
            id,
            ...walk,
            move: 'entered',
            ...at,
            debtSince: debt.charges[0]?.dueOn ?? '2026-01-05',
          }),
        ]),
  ]);
}

async function openDebts(debts: readonly Debt[]) {
  const { db } = await openTestTenant();
  await commit(db, [
    db.insert(strategies).values({ id: 's', name: 'Мягкая', createdBy: 'x', createdAt: before }),
    db.insert(strategyTrials).values({
      id: 't',
      championId: 's',
      challengerPercent: 0,
      controlPercent: 20,
      salt: 'x',
      startedBy: 'x',
      startedAt: before,
    }),
    db.insert(models).values({
      id: 'model',
      target: 'nonpayment',
      number: 1,
      kind: 'scorecard',
      trainedAt: before,
      parameters: scorecard,
      card: { training: null },
    }),
  ]);
  for (const [nth, debt] of debts.entries()) await addDebt(db, `r${nth}`, debt);
  for (const on of months) await commit(db, countDebtHistory(db, { after: '', upTo: 'z' }, on));
  return db;
}

type Figure = { name: string; filter: { [K in keyof DebtorFilter]?: string }; people: number };

/** Every figure of the board that counts somebody, with the list that it opens. */
async function figuresOf(db: TenantDb): Promise<Figure[]> {
  const board = await readBoard({ db, actor, now, timeZone: 'Europe/Moscow' });
  const rolls = await listDebtRolls(db, '2025-01-01');
  const ageing = board.ageing.flatMap(({ on, by }) => {
    const past = on === board.today ? {} : { asOf: on };
    const all = overdueBuckets.reduce((sum, bucket) => sum + by[bucket].receivables, 0);
    const each = overdueBuckets.map((bucket) => ({
      filter: { ...past, bucket },
      people: by[bucket].receivables,
    }));
    return [...each, { filter: past, people: all }].map((one) => ({ name: `ageing ${on}`, ...one }));
  });
  const moved = board.rates.flatMap(({ on, by }) =>
    by.flatMap(({ bucket, stood }, nth) => {
      const stoodIn = { asOf: months[months.indexOf(on) - 1] ?? '2025-12-01', bucket };
      const to = (wanted: string | undefined) =>
        rolls
          .filter((row) => row.on === on && row.fromBucket === bucket && row.toBucket === wanted)
          .reduce((sum, { receivables }) => sum + receivables, 0);
      return [
        { name: 'stood', filter: stoodIn, people: stood },
        { name: 'cured', filter: { ...stoodIn, until: on, went: 'cured' as const }, people: to('current') },
        {
          name: 'rolled',
          filter: { ...stoodIn, until: on, went: 'worse' as const },
          people: to(overdueBuckets[nth + 1]),
        },
      ];
    }),
  );
  const forecast = board.forecast.flatMap(({ month: due, debts, foretold, late }) => [
    { name: 'forecast', filter: { due }, people: debts },
    { name: 'foretold', filter: { due, foretold: 'late' as const }, people: foretold },
    { name: 'late', filter: { due, paid: 'late' as const }, people: late },
  ]);
  const arms = (board.trial?.arms ?? []).flatMap(({ arm, debts, paid }) => [
    { name: 'tried', filter: { tried: arm }, people: debts },
    { name: 'brought', filter: { tried: arm, brought: 'paid' as const }, people: paid },
  ]);
  const current = [
    ...(['kept', 'broken'] as const).map((promise) => ({
      name: 'promises',
      filter: { promise },
      people: board.promises.debts[promise],
    })),
    ...board.holds.map(({ hold, people }) => ({ name: 'holds', filter: { hold: hold ?? 'none' }, people })),
    ...board.suspensions.map(({ state, debts }) => ({
      name: 'suspensions',
      filter: { suspension: state },
      people: debts,
    })),
    ...board.refusals.map(({ rule, debts }) => ({
      name: 'refusals',
      filter: { refused: rule },
      people: debts,
    })),
  ];
  return [...ageing, ...moved, ...forecast, ...arms, ...current];
}

test('behind every figure of the board stand exactly as many as it counts', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(Debt, { minLength: 6, maxLength: 12 }), async (debts) => {
      const db = await openDebts(debts);
      for (const { name, filter, people } of await figuresOf(db)) {
        const query = new URLSearchParams(Object.entries(filter));
        const { total } = await readDebtors({ db, actor, now, timeZone: 'Europe/Moscow' }, query);
        expect({ name, filter, people: total.debts }).toEqual({ name, filter, people });
        if (people > 0) seen.add(name.split(' ')[0] ?? '');
      }
    }),
    { numRuns: 12, seed: 20_260_310 },
  );
  expect([...seen].toSorted()).toEqual([
    ...[
      'ageing',
      'brought',
      'cured',
      'forecast',
      'foretold',
      'holds',
      'late',
      'promises',
      'refusals',
      'rolled',
    ],
    ...['stood', 'suspensions', 'tried'],
  ]);
});
