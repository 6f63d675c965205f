import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import { getDispute } from '#db/tenant/queries/disputes.ts';
import { getReview, listRevisions } from '#db/tenant/queries/reviews.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { seasons } from '#db/tenant/schema/quality.ts';
import { reviewRevisions, reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import type { DisputeInput } from './dispute.ts';
import { judgeDispute } from './judge-dispute.ts';
import { raiseDispute } from './raise-dispute.ts';

const reviewer: Actor = { userId: 'lead-1', name: 'Зоя', roles: ['lead'] };
const judge: Actor = { userId: 'lead-2', name: 'Глеб', roles: ['lead'] };
const dayMs = 86_400_000;
const answers = { smile: 1, emotion: 4, 'no-script': 3, answer: 0, promise: 1, needs: 4, data: 1 };
const marks: DisputeInput = {
  kind: 'marks',
  comment: 'Ответ был верным',
  items: [
    { itemId: 'answer', proposed: 1, comment: 'Тариф сменился в этот день' },
    { itemId: 'smile', proposed: 5, comment: '' },
  ],
};

async function openReviewed() {
  const world = await openCaseWorld();
  const { db } = world;
  const at = world.now();
  const work = { subjectType: 'case', subjectId: 'case', agentId: agent.userId, queue: 'call' } as const;
  const how = { selection: 'random', isBlind: false, occurredAt: at } as const;
  const made = { cardId: 'card', createdBy: 'lead-1', createdAt: at, state: 'reviewed' } as const;
  const by = { reviewerId: reviewer.userId, cardId: 'card', cardVersion: 1, reviewedAt: at };
  const first = { reviewId: 'review', revision: 1, cause: 'reviewed', agentId: agent.userId } as const;
  await commit(db, [
    ...storeDefaultCard(db, { id: 'card', by: 'manager', at }),
    db.insert(reviewTasks).values({ id: 'task', ...work, ...how, ...made }),
    db.insert(reviews).values({ id: 'review', taskId: 'task', revision: 1, ...work, ...how, ...by, answers }),
    db.insert(reviewRevisions).values({ ...first, answers, by: reviewer.userId, at }),
  ]);
  const raise = (input: DisputeInput, actor = agent, id = 'dispute') =>
    raiseDispute({ ...world.desk(actor), timeZone: 'Europe/Moscow' }, { ...input, id, reviewId: 'review' });
  const settle = (accepted: string[], actor = judge, movedTo: string | null = null, id = 'dispute') =>
    judgeDispute(world.desk(actor), id, { accepted, movedTo, verdict: 'Послушал' });
  return { ...world, raise, settle };
}

test.each([
  [[], 'rejected', 0, 1],
  [['answer'], 'partly', 86, 2],
  [['answer', 'smile'], 'accepted', 100, 2],
])('agreeing with %j', async (accepted, state, percent, revision) => {
  const { db, raise, settle } = await openReviewed();
  expect(await raise(marks)).toEqual({ ok: true, value: null });
  expect(await settle(accepted)).toEqual({ ok: true, value: { state } });
  const now = await getReview(db, 'review');
  expect(now?.review.revision).toBe(revision);
  expect(now && Math.round(scoreAnswers(now.card, now.review.answers).percent ?? 0)).toBe(percent);
  expect(await listRevisions(db, 'review')).toHaveLength(revision);
  const offered = (await db.select().from(outbox)).filter(({ queue }) => queue === 'points-settle');
  expect(offered).toHaveLength(revision - 1);
});

test('only who did the work disputes it, within the window and once a revision', async () => {
  const { raise, settle } = await openReviewed();
  expect(await raise(marks, colleague)).toMatchObject({ error: { code: 'review-not-found' } });
  const unfit: DisputeInput = { ...marks, items: [{ itemId: 'answer', proposed: 0, comment: '' }] };
  expect(await raise(unfit)).toMatchObject({ error: { code: 'proposal-unfit' } });
  const both = await Promise.all([raise(marks), raise(marks, agent, 'second')]);
  expect(both.map((one) => (one.ok ? 'raised' : one.error.code))).toEqual(['raised', 'disputed-already']);
  await settle([]);
  expect(await raise(marks, agent, 'third')).toMatchObject({ error: { code: 'disputed-already' } });
  const late = await openReviewed();
  late.pass(45 * dayMs + 1);
  expect(await late.raise(marks)).toMatchObject({ error: { code: 'dispute-too-late' } });
});

test('the window is that of the season in which the review was given', async () => {
  const short = await openReviewed();
  const season = { name: 'Весна', openedBy: 'm', openedAt: short.now() };
  await commit(short.db, [
    short.db.insert(seasons).values([
      { id: 's1', from: '2020-01-01', disputeDays: 10, ...season },
      { id: 's2', from: '2099-01-01', disputeDays: 90, ...season },
    ]),
  ]);
  short.pass(10 * dayMs + 1);
  expect(await short.raise(marks)).toMatchObject({ error: { code: 'dispute-too-late' } });
  short.pass(-1);
  expect((await short.raise(marks)).ok).toBe(true);
});

test('neither the reviewer nor the agent judges, and two judges are one', async () => {
  const { raise, settle, db } = await openReviewed();
  await raise(marks);
  expect(await settle([], reviewer)).toMatchObject({ error: { code: 'judge-is-party' } });
  expect(await settle([], judge, judge.userId)).toMatchObject({ error: { code: 'judge-is-party' } });
  expect(await settle([], { ...agent, roles: ['agent', 'lead'] })).toMatchObject({
    error: { code: 'judge-is-party' },
  });
  expect(await settle([], colleague)).toMatchObject({ error: { code: 'forbidden' } });
  const both = await Promise.all([settle(['answer']), settle([], { ...judge, userId: 'lead-3' })]);
  expect(both.map((one) => (one.ok ? one.value.state : one.error.code))).toEqual([
    'partly',
    'dispute-not-open',
  ]);
  expect(await getDispute(db, 'dispute')).toMatchObject({ state: 'partly', judgedBy: 'lead-2' });
});

test('work of somebody else is moved to him, and to nobody who is not here', async () => {
  const { raise, settle, db } = await openReviewed();
  await raise({ kind: 'wrong-person', comment: 'Это была не я' });
  for (const nobody of ['stranger', agent.userId, reviewer.userId])
    expect(await settle([], judge, nobody)).toMatchObject({ error: { code: 'person-not-found' } });
  expect(await settle([], judge, colleague.userId)).toEqual({ ok: true, value: { state: 'moved' } });
  expect((await getReview(db, 'review'))?.review.agentId).toBe(colleague.userId);
  expect((await listRevisions(db, 'review')).map(({ cause }) => cause)).toEqual(['reviewed', 'moved']);
});
