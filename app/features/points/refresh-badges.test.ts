import { beforeEach, expect, test } from 'vitest';
import { defaultCard } from '#app/features/scorecard/default-card.ts';
import { itemsOf, marksOf } from '#app/features/scorecard/scorecard.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import { badges, quests } from '#db/tenant/schema/game.ts';
import { pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { refreshBadges } from './refresh-badges.ts';
import { settlePoints } from './settle-points.ts';

const from = new Date('2026-01-01T00:00:00Z');
let desk: { db: Awaited<ReturnType<typeof openTestTenant>>['db']; now: Date; timeZone: string };

beforeEach(async () => {
  const { db } = await openTestTenant();
  desk = { db, now: new Date('2026-03-20T09:00:00Z'), timeZone: 'Europe/Moscow' };
  const rule = { title: 'Правило', points: 10, version: 1, cap: null, isOn: true, from, setBy: 'm' };
  await commit(db, [
    db.insert(seasons).values({ id: 's', name: 'Весна', from: '2026-01-01', openedBy: 'm', openedAt: from }),
    ...(['case-solved', 'kudos-received'] as const).map((event) =>
      db.insert(pointRules).values({ ...rule, id: event, event }),
    ),
    ...storeDefaultCard(db, { id: 'card', by: 'm', at: from }),
  ]);
});

async function earn(event: 'case-solved' | 'kudos-received', id: string, at: string) {
  const quality = { isReopened: false, hasFailed: false, hasCriticalError: false };
  const worth = { share: 1, weightPercent: 100, quality };
  const fact = { event, agentId: 'anna', occurredAt: new Date(at), ...worth };
  await settlePoints(desk, { source: { type: event, id, version: 1 }, fact, actor: 'worker', why: {} });
}
const had = async () => (await desk.db.select().from(badges)).map(({ badge, period }) => [badge, period]);

test.each([
  ['day', '2026-03-18', []],
  ['day', '2026-03-19', [['quest:two', '2026-03-19']]],
  ['week', '2026-03-18', [['quest:two', '2026-03-16']]],
  ['week', '2026-03-15', []],
] as const)('two in a %s, looked at on %s: %j', async (per, day, badge) => {
  const quest = { id: 'two', title: 'Два', event: 'case-solved' as const, target: 2, per };
  await commit(desk.db, [desk.db.insert(quests).values({ ...quest, setBy: 'm', setAt: from })]);
  await earn('case-solved', 'a', '2026-03-19T09:00:00Z');
  await earn('case-solved', 'b', '2026-03-19T20:59:59Z');
  await earn('case-solved', 'c', '2026-03-15T20:59:59Z');
  await earn('kudos-received', 'd', '2026-03-18T09:00:00Z');
  await earn('kudos-received', 'e', '2026-03-18T10:00:00Z');
  await refreshBadges(desk, 'anna', day);
  expect(await had()).toEqual(badge);
});

/** Reviews of work of March, all without a critical error, or the first with one. */
function review(n: number, { selection = 'random', errs = false, day = '2026-03-05' }: Reviewed = {}) {
  const { db } = desk;
  return Array.from({ length: n }, (_, index) => {
    const id = `${selection}-${index}-${day}`;
    const isWrong = errs && index === 0;
    const best = itemsOf(defaultCard).map((item) => [item.id, marksOf(item.scale).at(isWrong ? 0 : -1) ?? 0]);
    const of = {
      subjectType: 'case',
      subjectId: id,
      agentId: 'anna',
      queue: 'call',
      cardId: 'card',
    } as const;
    const how = { selection, isBlind: false, occurredAt: new Date(`${day}T09:00:00Z`) };
    const task = { id, ...of, ...how, state: 'reviewed' as const, createdBy: 'm', createdAt: from };
    const given = { reviewerId: 'lead', cardVersion: 1, reviewedAt: desk.now, revision: 1 };
    return [
      db.insert(reviewTasks).values(task),
      db
        .insert(reviews)
        .values({ id, taskId: id, ...of, ...how, ...given, answers: Object.fromEntries(best) }),
    ];
  }).flat();
}
type Reviewed = { selection?: 'random' | 'targeted'; errs?: boolean; day?: string };

test.each<[string, () => ReturnType<typeof review>, boolean]>([
  ['twelve reviews drawn by chance', () => review(12), true],
  ['eleven', () => review(11), false],
  ['twelve with a critical error', () => review(12, { errs: true }), false],
  ['twelve that were looked for', () => review(12, { selection: 'targeted' }), false],
  ['eleven, and one of February', () => [...review(11), ...review(1, { day: '2026-02-27' })], false],
])('a sure hand by %s', async (_what, given, isSure) => {
  await commit(desk.db, given());
  await refreshBadges(desk, 'anna', '2026-03-20');
  expect(await had()).toEqual(isSure ? [['sure-hand', '2026-03']] : []);
});
