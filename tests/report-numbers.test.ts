import { asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseState } from '#app/features/case/case.ts';
import { countAll } from '#app/features/metric/count-changes.ts';
import { readBehind } from '#app/features/metric/list-behind.ts';
import { metricKeys, metricOf } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { askRebuild } from '#app/features/metric/rebuild-reports.ts';
import type { RequestState } from '#app/features/request/request.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, cases, topics } from '#db/tenant/schema/case.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { reportCells } from '#db/tenant/schema/report.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber } from '#seeds/factories.ts';
import { recountReports } from './setup/recount-reports.ts';
import { openTestTenant } from './setup/test-tenant.ts';

const timeZone = 'Europe/Moscow';
const now = new Date('2026-04-20T12:00:00Z');
const manager = { userId: 'm', name: 'М', roles: ['manager' as const] };
const minuteMs = 60_000;
const start = Date.parse('2026-02-20T00:00:00Z');
const span = { from: '2026-02-01', to: '2026-04-30' };
const everyMetric = metricKeys.filter((key) => metricOf(key).source === 'cells');

/** Any instant of fifty days; late ones come before earlier ones. */
const moment = fc.integer({ min: 0, max: 50 * 1440 }).map((minute) => new Date(start + minute * minuteMs));
const few = fc.integer({ min: 0, max: 3 });
const call = fc.record({
  type: fc.constant('contact' as const),
  id: fc.integer({ min: 0, max: 11 }),
  at: moment,
  channel: fc.constantFrom(
    'call' as const,
    'call' as const,
    'call' as const,
    'email' as const,
    'chat' as const,
  ),
  direction: fc.constantFrom('inbound' as const, 'inbound' as const, 'inbound' as const, 'outbound' as const),
  subscriber: fc.option(fc.integer({ min: 1, max: 2 })),
  caseOf: fc.option(few),
  isOver: fc.constantFrom(true, true, true, false),
  waitMs: fc.option(fc.constantFrom(0, 4999, 5000, 20_000, 20_001, 90_000), { freq: 9 }),
  talkMs: fc.option(fc.constantFrom(0, 1000, 61_000), { freq: 9 }),
  result: fc.option(fc.constantFrom('solved' as const, 'passed-on' as const, 'wrong-number' as const)),
  isSolvedAtFirst: fc.option(fc.boolean()),
});
const caseMove = fc.record({
  type: fc.constant('case' as const),
  id: few,
  at: moment,
  event: fc.constantFrom('answered', 'solved', 'reopened', 'closed', 'merged'),
});
const requestMove = fc.record({
  type: fc.constant('request' as const),
  id: few,
  minutes: fc.integer({ min: 0, max: 20_000 }),
  to: fc.constantFrom<RequestState>(
    'queued',
    'sending',
    'manual',
    'accepted',
    'done',
    'refused',
    'cancelled',
  ),
});
const rating = fc.record({
  type: fc.constant('rating' as const),
  id: few,
  at: moment,
  stars: fc.integer({ min: 1, max: 5 }),
  recommends: fc.option(fc.integer({ min: 0, max: 10 })),
});
const topic = fc.record({
  type: fc.constant('topic' as const),
  id: few,
  topicId: fc.option(fc.constantFrom('t1', 't2')),
});
const gone = fc.record({ type: fc.constant('gone' as const), id: fc.integer({ min: 0, max: 11 }) });
const looked = fc.record({ type: fc.constant('looked' as const) });
const deed = fc.oneof(
  { arbitrary: call, weight: 6 },
  { arbitrary: caseMove, weight: 2 },
  { arbitrary: requestMove, weight: 3 },
  ...[rating, topic, gone, looked].map((arbitrary) => ({ arbitrary, weight: 1 })),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

const stateAfter: Record<string, CaseState> = {
  answered: 'open',
  solved: 'solved',
  reopened: 'open',
  closed: 'closed',
  merged: 'merged',
};

/** A case and a request of each number, on their way. */
async function furnish(db: TenantDb): Promise<void> {
  const at = new Date(start);
  const numbers = [0, 1, 2, 3];
  const told = { version: 1, at, actor: 'w' };
  await commit(db, [
    db.insert(topics).values([
      { id: 't1', title: 'Один' },
      { id: 't2', title: 'Два' },
    ]),
    ...[1, 2, 3, 4].flatMap((n) => [
      db.insert(subscribers).values(makeSubscriber(n)),
      db.insert(lines).values(makeLine(n, { carrier: n === 1 ? 'mts' : 'beeline' })),
    ]),
    ...numbers.flatMap((n) => [
      db.insert(cases).values({
        id: `k${n}`,
        number: n + 1,
        state: 'new',
        version: 1,
        subject: 'x',
        priority: 'normal',
        kind: n === 0 ? 'complaint' : 'question',
        channel: n === 1 ? 'chat' : 'call',
        carrier: n === 2 ? null : 'mts',
        createdBy: 'w',
        createdAt: at,
        changedAt: at,
      }),
      db
        .insert(caseEvents)
        .values({ ...told, caseId: `k${n}`, event: 'opened', fromState: 'new', toState: 'new' }),
      db.insert(requests).values(makeRequest(n + 1, { state: 'draft', version: 1 })),
      db.insert(requestEvents).values({
        ...told,
        requestId: makeRequest(n + 1).id,
        event: 'drafted',
        fromState: 'draft',
        toState: 'draft',
      }),
    ]),
  ]);
}

async function perform(db: TenantDb, one: Deed): Promise<void> {
  if (one.type === 'looked') await countAll(db, now, timeZone);
  else await commit(db, await statementsOf(db, one));
}

async function statementsOf(db: TenantDb, one: Exclude<Deed, { type: 'looked' }>): Promise<Statement[]> {
  switch (one.type) {
    case 'contact': {
      const { id, at, subscriber, caseOf, isOver, type: _, ...rest } = one;
      const own = { ...rest, id: `c${id}`, startedAt: at, endedAt: isOver ? at : null, createdAt: at };
      const subscriberId = subscriber === null ? null : makeSubscriber(subscriber).id;
      const row = { ...own, subscriberId, caseId: caseOf === null ? null : `k${caseOf}` };
      return [db.insert(contacts).values(row).onConflictDoUpdate({ target: contacts.id, set: row })];
    }
    case 'case': {
      const [row] = await db
        .select()
        .from(cases)
        .where(eq(cases.id, `k${one.id}`));
      const toState = stateAfter[one.event];
      if (!row || !toState || (toState === 'closed' && row.state !== 'solved')) return [];
      const version = row.version + 1;
      const told = { version, at: one.at, actor: 'w', event: one.event, fromState: row.state, toState };
      return [
        db.update(cases).set({ state: toState, version, changedAt: one.at }).where(eq(cases.id, row.id)),
        db.insert(caseEvents).values({ caseId: row.id, ...told }),
      ];
    }
    case 'request': {
      const { id } = makeRequest(one.id + 1);
      const told = await db
        .select()
        .from(requestEvents)
        .where(eq(requestEvents.requestId, id))
        .orderBy(asc(requestEvents.version));
      const last = told.at(-1);
      if (!last || ['done', 'refused', 'cancelled'].includes(last.toState)) return [];
      const at = new Date(last.at.getTime() + one.minutes * minuteMs);
      const move = { version: last.version + 1, fromState: last.toState, toState: one.to, at, actor: 'w' };
      return [db.insert(requestEvents).values({ requestId: id, event: 'moved', ...move })];
    }
    case 'rating': {
      const { id, at, stars, recommends } = one;
      const row = { caseId: `k${id}`, agentId: 'w', stars, recommends, at, solvedAt: at };
      return [db.insert(ratings).values(row).onConflictDoUpdate({ target: ratings.caseId, set: row })];
    }
    case 'topic':
      return [
        db
          .update(cases)
          .set({ topicId: one.topicId })
          .where(eq(cases.id, `k${one.id}`)),
      ];
    case 'gone':
      return [db.delete(contacts).where(eq(contacts.id, `c${one.id}`))];
  }
}

function cellsOf(db: TenantDb) {
  return db.select().from(reportCells).orderBy(sql`measure, dimension, grain, period, key`);
}

/** A list has as many rows as its number says, of all and of those that are counted, and by every group as well. */
async function compareLists(db: TenantDb): Promise<void> {
  for (const by of [undefined, 'carrier', 'agent', 'topic', 'hour'] as const) {
    for (const figure of await readFigures(db, { metrics: everyMetric, ...span, by, now, timeZone })) {
      const { metric, key, numerator, denominator } = figure;
      const search = new URLSearchParams({ metric, ...span, ...(by && key !== null ? { by, key } : {}) });
      const all = await readBehind({ db, actor: manager, now, timeZone }, search);
      search.set('part', 'counted');
      const counted = await readBehind({ db, actor: manager, now, timeZone }, search);
      expect([metric, key, counted?.total.sum, all?.total.n]).toEqual([
        ...[metric, key, numerator],
        denominator ?? numerator,
      ]);
      expect(all?.rows.length).toBe(Math.min(50, all?.total.n ?? 0));
    }
  }
}

test('numbers kept up, counted from zero and recounted by hand are the same, and so long is each list', async () => {
  const { db } = await openTestTenant();
  await furnish(db);
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 25 }), async (deeds) => {
      for (const one of deeds) await perform(db, one);
      await countAll(db, now, timeZone);
      const recounted = await recountReports(db);
      const figures = await readFigures(db, { metrics: everyMetric, ...span, steps: 'day', now, timeZone });
      for (const { metric, step, numerator, denominator } of figures) {
        const [counted, asked] = recounted.get(`${metric} ${step}`) ?? [0, 0];
        expect([metric, step, numerator, denominator ?? 0]).toEqual([metric, step, counted, asked]);
      }
      await compareLists(db);
      const live = await cellsOf(db);
      await askRebuild(db, now);
      await countAll(db, now, timeZone);
      expect(await cellsOf(db)).toEqual(live);
    }),
    { numRuns: 15 },
  );
}, 120_000);
