import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCard } from '#app/features/scorecard/default-card.ts';
import { itemsOf } from '#app/features/scorecard/scorecard.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cases, complaintSteps } from '#db/tenant/schema/case.ts';
import { goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readBehind } from './list-behind.ts';
import { metricKeys, metricOf } from './metric.ts';
import { readFigures } from './read-figures.ts';

const timeZone = 'Asia/Vladivostok';
const now = new Date('2026-04-20T12:00:00Z');
const client = { userId: 'c', name: 'З', roles: ['client' as const] };
const span = { from: '2026-03-01', to: '2026-03-31' };
/** Of facts, tests/report-numbers.test.ts asks the same. */
const kept = metricKeys.filter((key) => !['cells', 'occupancy'].includes(metricOf(key).source));
const critical = itemsOf(defaultCard).filter((item) => item.critical);

/** Instants about both ends of the month in the tenant's zone. */
const moment = fc
  .integer({ min: -40, max: 40 * 24 })
  .map((h) => new Date(Date.UTC(2026, 1, 27) + h * 3_600_000));
const life = fc.record({
  at: moment,
  state: fc.constantFrom(
    'new' as const,
    'open' as const,
    'waiting' as const,
    'solved' as const,
    'merged' as const,
  ),
  isLate: fc.boolean(),
  carrier: fc.option(fc.constantFrom('mts', 'beeline')),
  hasLesson: fc.boolean(),
  given: fc.option(
    fc.record({
      kopecks: fc.integer({ min: 1, max: 50_000 }),
      state: fc.constantFrom('decided' as const, 'approved' as const, 'declined' as const),
      hasStayed: fc.option(fc.boolean()),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
  ),
  review: fc.option(
    fc.record({
      selection: fc.constantFrom('random' as const, 'targeted' as const),
      mark: fc.constantFrom(0, 1),
    }),
  ),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

async function tell(db: TenantDb, lives: readonly Life[]): Promise<void> {
  const by = { createdBy: 'w', changedAt: now };
  const line = makeLine(1);
  const statements = lives.flatMap(({ at, state, isLate, carrier, hasLesson, given, review }, place) => {
    const id = `k${String(place).padStart(3, '0')}`;
    const row = {
      id,
      number: place + 1,
      kind: 'complaint' as const,
      subject: 'x',
      priority: 'normal' as const,
    };
    const own = { ...row, ...by, state, version: 1, channel: 'email' as const, carrier, createdAt: at };
    return [
      db.insert(cases).values({ ...own, lineId: line.id, breachedAt: isLate ? at : null }),
      ...(hasLesson
        ? [db.insert(complaintSteps).values({ caseId: id, step: 'lesson', text: 'у', by: 'w', at })]
        : []),
      ...(given ? [db.insert(goodwillDecisions).values(decision(id, place, at, given))] : []),
      ...(review ? reviewOf(db, id, at, review) : []),
    ];
  });
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1)),
    db.insert(lines).values(line),
    ...storeDefaultCard(db, { id: 'card', by: 'w', at: now }),
    ...statements,
  ]);
}

function decision(caseId: string, sequence: number, at: Date, given: NonNullable<Life['given']>) {
  const { kopecks: amountKopecks, state, hasStayed, rating } = given;
  const told = {
    id: `g-${caseId}`,
    caseId,
    agentId: 'w',
    month: '2026-03',
    sequence,
    kind: 'credit' as const,
  };
  return { ...told, amountKopecks, reason: 'р', state, hasStayed, rating, formToken: `f-${caseId}`, at };
}

function reviewOf(db: TenantDb, subjectId: string, occurredAt: Date, given: NonNullable<Life['review']>) {
  const { selection, mark } = given;
  const work = { subjectType: 'case' as const, subjectId, agentId: 'w', queue: 'email' };
  const how = { ...work, occurredAt, selection, isBlind: false, cardId: 'card' };
  const [taskId, reviewedAt] = [`t-${subjectId}`, now];
  const by = {
    reviewerId: 'r',
    cardVersion: 1,
    answers: Object.fromEntries(critical.map(({ id }) => [id, mark])),
    reviewedAt,
  };
  return [
    db.insert(reviewTasks).values({ id: taskId, ...how, state: 'reviewed', createdBy: 'w', createdAt: now }),
    db.insert(reviews).values({ id: `r-${subjectId}`, taskId, revision: 1, ...how, ...by }),
  ];
}

/** Every row of a list, page by page. */
async function readThrough(db: TenantDb, search: URLSearchParams): Promise<string[]> {
  const view = await readBehind({ db, actor: client, now, timeZone }, search);
  const ids = view?.rows.map(({ id }) => id) ?? [];
  if (!view?.next) return ids;
  const further = new URLSearchParams(search);
  further.set('after', view.next);
  return [...ids, ...(await readThrough(db, further))];
}

test('what is counted where it is kept opens a list as long as its number says, whole and by every group', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 70 }), async (lives) => {
      const { db } = await openTestTenant();
      await tell(db, lives);
      for (const by of [undefined, 'channel', 'carrier', 'agent', 'age'] as const)
        for (const figure of await readFigures(db, { metrics: kept, ...span, by, now, timeZone })) {
          const { metric, key, numerator, denominator } = figure;
          const group = by && key !== null ? { by, key } : {};
          const search = new URLSearchParams({ metric, ...span, ...group });
          const all = await readBehind({ db, actor: client, now, timeZone }, search);
          search.set('part', 'counted');
          const counted = await readBehind({ db, actor: client, now, timeZone }, search);
          expect([metric, key, counted?.total.sum]).toEqual([metric, key, numerator]);
          if (denominator !== null) expect(all?.total.n).toBe(denominator);
          const ids = await readThrough(db, search);
          expect(ids.length).toBe(counted?.total.n);
          expect(new Set(ids).size).toBe(ids.length);
        }
    }),
    { numRuns: 4 },
  );
});

test('the list names nobody and shows no whole number', async () => {
  const { db } = await openTestTenant();
  const { msisdn } = makeLine(1);
  await tell(db, [
    {
      at: new Date('2026-03-10T00:00:00Z'),
      state: 'open',
      isLate: true,
      carrier: 'mts',
      hasLesson: true,
      given: null,
      review: null,
    },
  ]);
  const search = new URLSearchParams({ metric: 'backlogLate', ...span });
  const told = JSON.stringify(await readBehind({ db, actor: client, now, timeZone }, search));
  expect(told).toContain('•');
  for (const canary of [msisdn, msisdn.slice(-10), makeSubscriber(1).name])
    expect(told).not.toContain(canary);
});
