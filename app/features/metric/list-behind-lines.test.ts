import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseByDay, baseByMonth, countedOf } from '#app/features/churn/active-base.ts';
import { departureKinds } from '#app/features/churn/churn.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listJoined, listLeft } from '#db/tenant/queries/base-cells.ts';
import { listDefinitions } from '#db/tenant/queries/churn.ts';
import { churnDefinitions, departures, lineLives } from '#db/tenant/schema/churn.ts';
import { saveTalks } from '#db/tenant/schema/save.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { addReceivable } from '#tests/setup/test-receivables.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readBehind } from './list-behind.ts';
import { readFigures } from './read-figures.ts';

const timeZone = 'Europe/Moscow';
const now = new Date('2026-05-20T12:00:00Z');
const reader = { actor: { userId: 'c', name: 'З', roles: ['client' as const] }, now, timeZone };
const span = { from: '2026-03-01', to: '2026-03-31' };
const metrics = [
  ...(['activeBase', 'linesJoined', 'linesReturned', 'linesLeft', 'churnRate'] as const),
  ...(['leavingTalks', 'savedShare', 'debtOverdue', 'debtCollected', 'promisesKept'] as const),
];

const day = fc.integer({ min: -20, max: 60 }).map((days) => addDays('2026-02-20', days));
const life = fc.record({
  joinedOn: day,
  plan: fc.constantFrom('Один', 'Два'),
  gone: fc.option(
    fc.record({ after: fc.nat(30), kind: fc.constantFrom(...departureKinds), back: fc.option(fc.nat(30)) }),
  ),
  talk: fc.option(
    fc.record({ on: day, state: fc.constantFrom('saved', 'stayed', 'leaves', 'left-later', 'mistaken') }),
  ),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

async function tell(db: TenantDb, lives: readonly Life[]): Promise<void> {
  const by = { notedBy: 'w', notedAt: now, reason: 'price' as const };
  const statements = lives.flatMap(({ joinedOn, plan, gone, talk }, place) => {
    const line = makeLine(place + 1, { tariffName: plan, carrier: place % 2 ? 'mts' : 'beeline' });
    const on = addDays(joinedOn, gone?.after ?? 0);
    const returnedOn = gone?.back == null ? null : addDays(on, gone.back + 1);
    const closedAt = new Date(`${talk?.on}T21:30:00Z`);
    const asked = {
      wish: 'port-out' as const,
      clockOn: '2026-03-01',
      openedBy: 'w',
      openedAt: now,
      version: 1,
    };
    return [
      db.insert(subscribers).values(makeSubscriber(place + 1)),
      db.insert(lines).values(line),
      db.insert(lineLives).values({ lineId: line.id, joinedOn }),
      ...(gone
        ? [
            db
              .insert(departures)
              .values({ id: `d${place}`, lineId: line.id, kind: gone.kind, on, returnedOn, ...by }),
          ]
        : []),
      ...(talk
        ? [
            db.insert(saveTalks).values({
              ...asked,
              id: `s${place}`,
              lineId: line.id,
              state: talk.state as 'saved',
              closedAt,
              formToken: `f${place}`,
            }),
          ]
        : []),
    ];
  });
  const definition = {
    id: 'c1',
    from: '2026-03-10',
    carrierAccountId: '',
    silentDays: 90,
    setBy: 'w',
    setAt: now,
  };
  const kinds = departureKinds.slice(0, 2);
  await commit(db, [db.insert(churnDefinitions).values({ ...definition, kinds: [...kinds] }), ...statements]);
}

/** As many rows as the number says, of all and of those it counts, whole and by group. */
async function compareLists(db: TenantDb): Promise<void> {
  for (const by of [undefined, 'carrier', 'plan', 'bucket'] as const)
    for (const figure of await readFigures(db, { metrics, ...span, by, now, timeZone })) {
      const { metric, key, numerator, denominator } = figure;
      const search = new URLSearchParams({ metric, ...span, ...(by && key !== null ? { by, key } : {}) });
      const all = await readBehind({ db, ...reader }, search);
      search.set('part', 'counted');
      const counted = await readBehind({ db, ...reader }, search);
      expect([metric, key, counted?.total.sum]).toEqual([metric, key, numerator]);
      if (all?.hasParts) expect(all.total.n).toBe(denominator);
      expect(counted?.rows.length).toBe(Math.min(50, counted?.total.n ?? 0));
    }
}

test('the base and who left it open lists as long as they say, and are those of the board', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 60 }), async (lives) => {
      const { db } = await openTestTenant();
      await tell(db, lives);
      await compareLists(db);
      const figures = await readFigures(db, { metrics: metrics.slice(0, 5), ...span, now, timeZone });
      const left = countedOf(await listLeft(db, span.to), await listDefinitions(db));
      const [month] = baseByMonth(baseByDay(await listJoined(db, span.to), left, span));
      expect(figures.map(({ numerator }) => numerator)).toEqual([
        ...[month?.end, month?.joined, month?.returned, month?.left, month?.left],
      ]);
      expect(figures[4]?.value).toEqual(month?.rate);
    }),
    { numRuns: 4 },
  );
});

test.each([
  ['2026-05-20', 300],
  ['2026-03-31', 300],
  ['2026-02-01', 100],
])('what was overdue on %s opens its debts', async (to, kopecks) => {
  const { db } = await openTestTenant();
  await addReceivable(db, 'a', [{ dueOn: '2026-01-20', kopecks: 100 }]);
  await addReceivable(db, 'b', [{ dueOn: '2026-03-20', kopecks: 200 }]);
  const asked = { metrics: ['debtOverdue'] as const, from: to, to, now, timeZone };
  expect(await readFigures(db, asked)).toMatchObject([{ numerator: kopecks }]);
  const search = new URLSearchParams({ metric: 'debtOverdue', from: to, to });
  expect(await readBehind({ db, ...reader }, search)).toMatchObject({
    total: { sum: kopecks, n: kopecks === 100 ? 1 : 2 },
  });
});

test('what rolled on in a month and what was cured opens the debts that stood before', async () => {
  const { db } = await openTestTenant();
  await addReceivable(db, 'rolled', [{ dueOn: '2026-01-20', kopecks: 100 }]);
  await addReceivable(db, 'paid', [{ dueOn: '2026-01-20', kopecks: 50, paid: [['2026-02-10', 50]] }]);
  await addReceivable(db, 'later', [{ dueOn: '2026-02-20', kopecks: 70 }]);
  const month = { from: '2026-02-01', to: '2026-03-01' };
  const asked = {
    metrics: ['rollRate', 'cureRate'] as const,
    ...month,
    by: 'bucket' as const,
    now,
    timeZone,
  };
  expect(await readFigures(db, asked)).toMatchObject([
    { key: '1-30', numerator: 100, denominator: 150, interval: null },
    { key: '1-30', numerator: 1, denominator: 2 },
  ]);
  const search = new URLSearchParams({
    metric: 'cureRate',
    ...month,
    by: 'bucket',
    key: '1-30',
    part: 'counted',
  });
  const view = await readBehind({ db, ...reader }, search);
  expect(view?.rows.map(({ id }) => id)).toEqual(['paid']);
});
