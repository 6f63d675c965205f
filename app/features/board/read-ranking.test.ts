import { expect, test } from 'vitest';
import { defaultCard } from '#app/features/scorecard/default-card.ts';
import { itemsOf } from '#app/features/scorecard/scorecard.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { seasons } from '#db/tenant/schema/quality.ts';
import { reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { cardVersions, scorecards } from '#db/tenant/schema/scorecard.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readRankings } from './read-ranking.ts';

const made = { createdBy: 'm', createdAt: new Date('2026-01-01T00:00:00Z') };
const now = new Date('2026-03-20T09:00:00Z');
const spring = { id: 'spring', from: '2026-03-01', disputeDays: 45 };

async function openRanked() {
  const { db } = await openTestTenant();
  const opened = { openedBy: 'm', openedAt: made.createdAt };
  const held = { holdsFrom: made.createdAt, changedBy: 'm', changedAt: made.createdAt };
  await commit(db, [
    db.insert(seasons).values([
      { id: 'winter', name: 'Зима', from: '2026-01-01', ...opened },
      { ...spring, name: 'Весна', ...opened },
    ]),
    db.insert(scorecards).values({ id: 'card', title: 'Карта', ...made }),
    db.insert(cardVersions).values({ cardId: 'card', version: 1, content: defaultCard, ...held }),
  ]);
  return db;
}

let count = 0;
/** Reviews of an agent; `good`: with every mark at its best, else only the first half of them. */
async function review(
  db: TenantDb,
  agentId: string,
  day: string,
  goods: readonly boolean[],
  over: { queue?: string; selection?: 'random' | 'targeted' } = {},
) {
  for (const good of goods) {
    const id = `r${count++}`;
    const of = { subjectType: 'case' as const, subjectId: id, agentId, queue: 'call', cardId: 'card' };
    const drawn = { selection: 'random' as const, isBlind: false, occurredAt: new Date(`${day}T09:00:00Z`) };
    const answers = Object.fromEntries(
      itemsOf(defaultCard).map((item, index) => [
        item.id,
        good || index % 2 === 0 ? bestOf(item.scale) : null,
      ]),
    );
    const lesser = { ...answers, ...(good ? {} : { smile: 2 }) };
    await commit(db, [
      db.insert(reviewTasks).values({ id, ...of, ...drawn, ...over, state: 'reviewed', ...made }),
      db.insert(reviews).values({
        id,
        taskId: id,
        revision: 1,
        ...of,
        ...drawn,
        ...over,
        answers: lesser,
        reviewerId: 'lead',
        cardVersion: 1,
        reviewedAt: now,
      }),
    ]);
  }
}
const bestOf = (scale: string) => (scale === 'yes-no' ? 1 : Number(scale.at(-1)));
const rank = (db: TenantDb) => readRankings({ db, now, timeZone: 'Europe/Moscow' }, spring);
const mixed = [true, false, true, false, true, false];

test('below five reviews drawn by chance nobody is ranked; what was looked for does not count', async () => {
  const db = await openRanked();
  await review(db, 'anna', '2026-03-05', mixed);
  await review(db, 'boris', '2026-03-05', mixed.slice(0, 4));
  await review(db, 'boris', '2026-03-06', mixed, { selection: 'targeted' });
  const [call] = await rank(db);
  expect(call?.ranked.map(({ agentId }) => agentId)).toEqual(['anna']);
  expect(call?.notYet).toEqual([{ agentId: 'boris', n: 4 }]);
});

test('a review counts in the queue where the work was, and in its season', async () => {
  const db = await openRanked();
  await review(db, 'anna', '2026-03-05', mixed);
  await review(db, 'anna', '2026-03-06', mixed.slice(0, 2), { queue: 'email' });
  await review(db, 'boris', '2026-02-27', mixed);
  const rankings = await rank(db);
  expect(rankings.map(({ queue }) => queue)).toEqual(['call', 'email']);
  expect(rankings[0]?.ranked.map(({ agentId }) => agentId)).toEqual(['anna']);
  expect(rankings[0]?.notYet).toEqual([]);
});

test('one is drawn to what was usual in the last season, which nobody can change any more', async () => {
  const db = await openRanked();
  const all = [...mixed, ...mixed, ...mixed];
  for (const agentId of ['vera', 'gleb']) await review(db, agentId, '2026-02-10', all);
  const [dull, bright] = [mixed.map(() => false), mixed.map(() => true)];
  await review(db, 'anna', '2026-03-05', dull);
  const before = (await rank(db))[0]?.ranked.find(({ agentId }) => agentId === 'anna')?.estimate;
  for (const agentId of ['boris', 'dina', 'egor']) await review(db, agentId, '2026-03-06', bright);
  const after = (await rank(db))[0]?.ranked.find(({ agentId }) => agentId === 'anna')?.estimate;
  expect(before).toBeGreaterThan(0);
  expect(after).toBe(before);
});

test('a handful of reviews of the last season makes nobody sure of anything', async () => {
  const db = await openRanked();
  const springs = { anna: [true, true, true, true, true, false], boris: mixed, vera: mixed.map(() => false) };
  for (const [agentId, goods] of Object.entries(springs)) {
    await review(db, agentId, '2026-03-05', goods);
    await review(db, agentId, '2026-02-20', agentId === 'anna' ? [true, true] : [false, false]);
  }
  const [call] = await rank(db);
  const [first] = call?.ranked ?? [];
  expect((first?.high ?? 0) - (first?.low ?? 0)).toBeGreaterThan(1);
});
