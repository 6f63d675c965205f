import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { churnPlan } from '#app/features/prediction/churn-plan.ts';
import { commit } from '#db/commit.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getChurnRun } from '#db/tenant/queries/churn-night.ts';
import {
  churnDefinitions,
  churnDue,
  churnScoreHistory,
  churnScores,
  departures,
  lineLives,
  lineUsage,
} from '#db/tenant/schema/churn.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber, seededId } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { noteDeparture } from './note-departure.ts';
import { openChurnNight } from './open-churn-night.ts';
import { scoreNight } from './score-night.ts';

const timeZone = 'Europe/Moscow';
const first = new Date('2026-06-30T09:00:00Z');
const next = new Date('2026-07-01T09:00:00Z');
const made = new Date('2025-01-10T22:00:00Z');
const ids = Array.from({ length: 40 }, (_, index) => seededId(made, index + 1, 7));
let db: TenantDb;
let control: ControlDb;
beforeEach(async () => {
  const world = await openTestTenant();
  db = world.db;
  control = world.databases.control;
  const own = ids.map((_, index) => makeSubscriber(index + 1));
  await commit(db, [
    db.insert(subscribers).values(own),
    db
      .insert(lines)
      .values(
        ids.map((id, index) =>
          makeLine(index + 1, { id, subscriberId: own[index]?.id ?? '', createdAt: made }),
        ),
      ),
  ]);
});
const { openModel } = churnPlan;
const night = (now: Date) => ({ db, now: () => now, timeZone });
const at = (index: number) => ids[index] ?? '';

async function score(now: Date, on: string) {
  await openChurnNight(db, now, control, openModel);
  expect(await scoreNight(night(now), on)).toBe('over');
  return getChurnRun(db, on);
}

test('the first night scores every line that is here, once, with its inputs, version and reasons', async () => {
  await noteDeparture(
    { db, now: first, timeZone },
    { lineId: at(3), kind: 'port-out', on: '2026-06-01', reason: 'price' },
    'm',
  );
  await openChurnNight(db, first, control, openModel);
  await openChurnNight(db, first, control, openModel);
  expect(await db.select().from(outbox)).toMatchObject([
    { queue: 'churn-night', payload: { on: '2026-06-30' } },
  ]);
  // Piece by piece, as one that is ended and begun again.
  let pieces = 0;
  while ((await scoreNight(night(first), '2026-06-30', 1)) === 'more') pieces += 1;
  expect(pieces).toBeGreaterThan(2);
  const scores = await db.select().from(churnScores);
  expect(scores).toHaveLength(39);
  expect(scores.map(({ lineId }) => lineId)).not.toContain(at(3));
  expect(scores[0]?.inputs).toHaveLength(19);
  expect(scores[0]).toMatchObject({ on: '2026-06-30', band: 'low', modelId: expect.any(String) });
  expect(await db.select().from(churnScoreHistory)).toHaveLength(39);
  expect(
    await db
      .select()
      .from(lineLives)
      .where(eq(lineLives.lineId, at(0))),
  ).toMatchObject([{ joinedOn: '2025-01-11' }]);
  expect(await db.select().from(churnDue)).toEqual([]);
});

test('the next night scores those whose lives changed, and keeps what was foretold before', async () => {
  await score(first, '2026-06-30');
  const told = { feeKopecks: 50_000, megabytes: 0, toldAt: new Date('2026-06-30T20:00:00Z') };
  const months = [
    ['2026-03', 600],
    ['2026-04', 600],
    ['2026-05', 600],
    ['2026-06', 30],
  ] as const;
  await commit(db, [
    db
      .insert(lineUsage)
      .values(months.map(([month, minutes]) => ({ lineId: at(1), month, minutes, ...told }))),
  ]);
  const run = await score(next, '2026-07-01');
  expect(run).toMatchObject({ scope: 'changed', stage: 'ended' });
  const changed = await db.select().from(churnScores).where(eq(churnScores.on, '2026-07-01'));
  expect(changed.length).toBeLessThan(5);
  const own = changed.find(({ lineId }) => lineId === at(1));
  expect(own?.reasons[0]).toBe('uses-less:95');
  expect(own?.band).toBe('high');
  const history = await db
    .select()
    .from(churnScoreHistory)
    .where(eq(churnScoreHistory.lineId, at(1)));
  expect(history.map(({ on, band }) => [on, band])).toEqual([
    ['2026-06-30', 'low'],
    ['2026-07-01', 'high'],
  ]);
});

test('whoever left between two nights has no score any more', async () => {
  await score(first, '2026-06-30');
  await noteDeparture(
    { db, now: first, timeZone },
    { lineId: at(2), kind: 'disconnected', on: '2026-06-30', reason: 'moved' },
    'm',
  );
  await score(next, '2026-07-01');
  expect(
    await db
      .select()
      .from(churnScores)
      .where(eq(churnScores.lineId, at(2))),
  ).toEqual([]);
});

test('silence is noticed on the day it is full, and ends when there is traffic again', async () => {
  const definition = {
    id: 'd',
    from: '2026-01-01',
    carrierAccountId: '',
    kinds: ['silent' as const],
    silentDays: 30,
  };
  const life = (index: number, lastActiveOn: string) => ({
    lineId: at(index),
    joinedOn: '2025-01-11',
    lastActiveOn,
  });
  await commit(db, [
    db.insert(churnDefinitions).values({ ...definition, setBy: 'm', setAt: made }),
    db.insert(lineLives).values([life(0, '2026-05-31'), life(1, '2026-06-01')]),
  ]);
  await score(first, '2026-06-30');
  expect(await db.select().from(departures)).toMatchObject([
    { lineId: at(0), kind: 'silent', on: '2026-06-30', returnedOn: null },
  ]);
  await commit(db, [db.update(lineLives).set({ lastActiveOn: '2026-07-01' })]);
  await score(next, '2026-07-01');
  expect(await db.select().from(departures)).toMatchObject([{ lineId: at(0), returnedOn: '2026-07-01' }]);
});

test('a later night takes over from one that was not finished', async () => {
  await openChurnNight(db, first, control, openModel);
  await scoreNight(night(first), '2026-06-30', 1);
  await openChurnNight(db, next, control, openModel);
  expect(await scoreNight(night(next), '2026-06-30')).toBe('superseded');
  expect(await scoreNight(night(next), '2026-07-01')).toBe('over');
  expect(await db.select().from(churnScores)).toHaveLength(40);
});
