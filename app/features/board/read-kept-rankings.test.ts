import { expect, test } from 'vitest';
import { defaultCard } from '#app/features/scorecard/default-card.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { seasons } from '#db/tenant/schema/quality.ts';
import { reviewRevisions, reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { cardVersions, scorecards } from '#db/tenant/schema/scorecard.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readKeptRankings } from './read-kept-rankings.ts';

const made = { createdBy: 'm', createdAt: new Date('2026-01-01T00:00:00Z') };
const now = new Date('2026-03-20T09:00:00Z');
const spring = { id: 'spring', from: '2026-03-01', disputeDays: 45 };
const best = { smile: 5, emotion: 4, 'no-script': 3, answer: 1, promise: 1, needs: 4, data: 1 };

async function review(db: TenantDb, id: string, agentId: string) {
  const of = { subjectType: 'case' as const, subjectId: id, agentId, queue: 'call', cardId: 'card' };
  const drawn = {
    selection: 'random' as const,
    isBlind: false,
    occurredAt: new Date('2026-03-10T09:00:00Z'),
  };
  const by = { reviewerId: 'lead', cardVersion: 1, reviewedAt: now, answers: best };
  const first = { reviewId: id, revision: 1, cause: 'reviewed', agentId, answers: best } as const;
  await commit(db, [
    db.insert(reviewTasks).values({ id, ...of, ...drawn, state: 'reviewed', ...made }),
    db.insert(reviews).values({ id, taskId: id, revision: 1, ...of, ...drawn, ...by }),
    db.insert(reviewRevisions).values({ ...first, by: 'lead', at: now }),
  ]);
}

test('rankings are computed once, and anew after a review and on another day', async () => {
  const { db } = await openTestTenant();
  const held = { holdsFrom: made.createdAt, changedBy: 'm', changedAt: made.createdAt };
  await commit(db, [
    db.insert(seasons).values({ ...spring, name: 'Весна', openedBy: 'm', openedAt: made.createdAt }),
    db.insert(scorecards).values({ id: 'card', title: 'Карта', ...made }),
    db.insert(cardVersions).values({ cardId: 'card', version: 1, content: defaultCard, ...held }),
  ]);
  const read = (at = now) => readKeptRankings({ db, now: at, timeZone: 'Europe/Moscow' }, spring);
  await review(db, 'r1', 'anna');
  const first = await read();
  expect(first).toMatchObject([{ queue: 'call', notYet: [{ agentId: 'anna', n: 1 }] }]);
  expect(await read()).toBe(first);
  await review(db, 'r2', 'anna');
  const second = await read();
  expect(second).toMatchObject([{ notYet: [{ agentId: 'anna', n: 2 }] }]);
  expect(await read(new Date('2026-03-21T09:00:00Z'))).not.toBe(second);
});
