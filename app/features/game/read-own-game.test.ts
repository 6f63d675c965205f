import { beforeEach, expect, test } from 'vitest';
import { addRule } from '#app/features/points/change-game.ts';
import type { PointFact } from '#app/features/points/points.ts';
import { settlePoints } from '#app/features/points/settle-points.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import { players } from '#db/tenant/schema/game.ts';
import { seasons } from '#db/tenant/schema/quality.ts';
import { reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readOwnGame } from './read-own-game.ts';

const timeZone = 'Europe/Moscow';
const opened = { openedBy: 'm', openedAt: new Date('2026-01-01T00:00:00Z') };
const rule = { points: 10, cap: null, isOn: true, control: null };
const manager = { userId: 'm', name: 'Марина', roles: ['manager' as const] };
let tenant: Awaited<ReturnType<typeof openTestTenant>>;

beforeEach(async () => {
  tenant = await openTestTenant();
  const { db } = tenant;
  await commit(db, [
    db.insert(seasons).values([
      { id: 'winter', name: 'Зима', from: '2026-01-01', disputeDays: 10, ...opened },
      { id: 'spring', name: 'Весна', from: '2026-03-01', disputeDays: 30, ...opened },
    ]),
  ]);
  const desk = { db, now: opened.openedAt, timeZone, actor: manager };
  await addRule(desk, 'solved', { ...rule, title: 'Решено', event: 'case-solved' });
  await addRule(desk, 'scored', { ...rule, title: 'Оценка', event: 'review-scored' });
  await addRule(desk, 'kudos', { ...rule, title: 'Спасибо', event: 'kudos-received', control: ['anna'] });
  await addRule(desk, 'off', {
    ...rule,
    title: 'Не идёт',
    event: 'rating-given',
    isOn: false,
    control: ['anna'],
  });
});

function settle(event: PointFact['event'], id: string, occurred: string, recorded: string) {
  const quality = { isReopened: false, hasFailed: false, hasCriticalError: false };
  const worth = { share: 1, weightPercent: 100, quality };
  const fact = { event, agentId: 'anna', occurredAt: new Date(occurred), ...worth };
  const type = event === 'review-scored' ? 'review' : 'case';
  const desk = { db: tenant.db, now: new Date(recorded), timeZone };
  return settlePoints(desk, { source: { type, id, version: 1 }, fact, actor: 'worker', why: {} });
}
const read = (at: string) =>
  readOwnGame({
    db: tenant.db,
    control: tenant.databases.control,
    timeZone,
    userId: 'anna',
    now: new Date(at),
  });

test('what one has today, this week, this month and this season, and whether a rule leaves one out', async () => {
  await settle('case-solved', 'a', '2026-03-01T09:00:00Z', '2026-03-01T09:00:00Z');
  await settle('case-solved', 'b', '2026-03-09T09:00:00Z', '2026-03-09T09:00:00Z');
  await settle('case-solved', 'c', '2026-03-10T20:59:00Z', '2026-03-10T20:59:00Z');
  const game = await read('2026-03-10T20:59:59Z');
  expect(game.totals).toEqual({ day: 10, week: 20, month: 30, season: 30 });
  expect(game).toMatchObject({ earned: 30, streak: 2, leftOut: ['Спасибо'] });
  expect((await read('2026-03-10T21:00:00Z')).totals).toMatchObject({ day: 0, week: 20 });
});

test('an entry is provisional while a review of it can be disputed: as long as its season says', async () => {
  await settle('case-solved', 'a', '2026-03-05T09:00:00Z', '2026-03-05T09:00:00Z');
  const last = '2026-04-04T08:59:59.999Z';
  expect((await read(last)).entries).toMatchObject([{ finalAt: new Date('2026-04-04T09:00:00Z') }]);
  expect((await read('2026-04-04T09:00:00Z')).entries).toMatchObject([{ finalAt: null }]);
});

test('the points of a review are provisional from when it was given, not from when the work was done', async () => {
  await settle('review-scored', 'r', '2026-02-27T09:00:00Z', '2026-03-05T09:00:00Z');
  expect((await read('2026-03-06T09:00:00Z')).entries).toMatchObject([
    { finalAt: new Date('2026-04-04T09:00:00Z') },
  ]);
});

test('what is booked in a later season, because its own was settled, is told', async () => {
  await settle('case-solved', 'a', '2026-02-27T09:00:00Z', '2026-03-01T09:00:00Z');
  await settle('case-solved', 'b', '2026-02-27T09:00:00Z', '2026-03-12T09:00:00Z');
  const { entries } = await read('2026-03-12T10:00:00Z');
  expect(entries?.map(({ isLate, recordedAt }) => [isLate, recordedAt.toISOString().slice(0, 10)])).toEqual([
    [true, '2026-03-12'],
    [false, '2026-03-01'],
  ]);
});

test('who is on no board is not among those beside one by quality either, and sees himself', async () => {
  const { db } = tenant;
  const at = new Date('2026-03-05T09:00:00Z');
  const of = { subjectType: 'case', subjectId: 'c', queue: 'call', cardId: 'card' } as const;
  const how = { selection: 'random', isBlind: false, occurredAt: at } as const;
  const given = { reviewerId: 'lead', cardVersion: 1, reviewedAt: at, revision: 1 };
  const review = (agentId: string, n: number) => {
    const id = `${agentId}-${n}`;
    const task = { id, ...of, ...how, agentId, state: 'reviewed' as const, createdBy: 'm', createdAt: at };
    const answers = { smile: 1 + (n % 5), answer: 1 };
    return [
      db.insert(reviewTasks).values(task),
      db.insert(reviews).values({ id, taskId: id, ...of, ...how, ...given, agentId, answers }),
    ];
  };
  await commit(db, [
    ...storeDefaultCard(db, { id: 'card', by: 'm', at: opened.openedAt }),
    ...['anna', 'boris', 'vera'].flatMap((agentId) => [0, 1, 2, 3, 4].flatMap((n) => review(agentId, n))),
    ...['anna', 'boris'].map((userId) =>
      db.insert(players).values({ userId, pseudonym: userId, isOut: true, changedAt: at }),
    ),
  ]);
  const [call] = (await read('2026-03-06T09:00:00Z')).rankings ?? [];
  expect(call?.near.map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ['anna', true],
    ['—', false],
  ]);
});
