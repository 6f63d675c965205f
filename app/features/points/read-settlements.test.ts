import { beforeEach, expect, test } from 'vitest';
import type { Answers, CardContent } from '#app/features/scorecard/scorecard.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { articleSuggestions } from '#db/tenant/schema/knowledge.ts';
import { requestEvents, requests } from '#db/tenant/schema/request.ts';
import { reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { cardVersions, scorecards } from '#db/tenant/schema/scorecard.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { readSettlements } from './read-settlements.ts';

const at = new Date('2026-03-02T09:00:00Z');
const item = { title: 'Пункт', hint: '', scale: 'yes-no' as const, weight: 1 };
const card: CardContent = {
  sections: [
    {
      id: 's',
      title: 'Раздел',
      weight: 1,
      items: [
        { ...item, id: 'data', critical: { family: 'compliance', effect: 'flag' } },
        { ...item, id: 'smile', critical: null },
      ],
    },
  ],
  capPercent: 60,
};
let db: TenantDb;

beforeEach(async () => {
  db = (await openTestTenant()).db;
  const made = { createdBy: 'm', createdAt: at };
  const held = { holdsFrom: at, changedBy: 'm', changedAt: at };
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1)),
    db.insert(lines).values(makeLine(1)),
    db.insert(scorecards).values({ id: 'card', title: 'Карта', ...made }),
    db.insert(cardVersions).values({ cardId: 'card', version: 1, content: card, ...held }),
  ]);
});

async function done(lane: 'interactive' | 'bulk', state: 'done' | 'refused' = 'done') {
  const request = makeRequest(1, { state, lane, version: 4 });
  const move = { requestId: request.id, version: 4, event: 'completed', fromState: 'accepted' as const };
  await commit(db, [
    db.insert(requests).values(request),
    db.insert(requestEvents).values({ ...move, toState: state, at, actor: 'worker' }),
  ]);
  return request.id;
}

type Drawn = { selection?: 'random' | 'stratified' | 'targeted' | 'requested'; subjectId?: string };
async function review(answers: Answers, { selection = 'random', subjectId = 'nothing' }: Drawn = {}) {
  const of = { subjectType: 'request' as const, subjectId, agentId: 'agent-1', queue: 'call' };
  const how = { selection, isBlind: false, occurredAt: at, cardId: 'card' };
  const task = { id: 'task', ...of, ...how, state: 'reviewed' as const, createdBy: 'm', createdAt: at };
  const given = { reviewerId: 'lead', cardVersion: 1, reviewedAt: at, revision: 1, answers };
  await commit(db, [
    db.insert(reviewTasks).values(task),
    db.insert(reviews).values({ id: 'review', taskId: 'task', ...of, ...how, ...given }),
  ]);
}

test.each([
  ['interactive', 'done', 'agent-1'],
  ['interactive', 'refused', undefined],
  ['bulk', 'done', undefined],
] as const)('a request of the %s lane that is %s is to the credit of %s', async (lane, state, agentId) => {
  const [own] = await readSettlements(db, 'request', await done(lane, state));
  expect(own?.fact?.agentId).toBe(agentId);
});

test('a critical error in a request weighs on it, by a newer version of it', async () => {
  const requestId = await done('interactive');
  const [before] = await readSettlements(db, 'request', requestId);
  expect(before?.fact?.quality.hasCriticalError).toBe(false);
  await review({ data: 0, smile: 1 }, { subjectId: requestId });
  const [, after] = await readSettlements(db, 'review', 'review');
  expect(after?.fact?.quality.hasCriticalError).toBe(true);
  expect(after?.source.version).toBe((before?.source.version ?? 0) + 1);
});

test.each([
  ['random', { data: 1, smile: 0 }, { share: 0.5, quality: { hasCriticalError: false } }],
  ['stratified', { data: 1, smile: 1 }, { share: 1, quality: { hasCriticalError: false } }],
  ['random', { data: 0, smile: 1 }, { share: 0.5, quality: { hasCriticalError: true } }],
  ['random', { data: null, smile: null }, null],
  ['targeted', { data: 1, smile: 1 }, null],
  ['requested', { data: 1, smile: 1 }, null],
] as const)('a %s review with marks %j is worth %j', async (selection, answers, worth) => {
  await review(answers, { selection });
  const [own] = await readSettlements(db, 'review', 'review');
  if (worth) expect(own?.fact).toMatchObject(worth);
  else expect(own?.fact).toBeNull();
});

test.each([
  ['accepted', 'lead-1', 1],
  ['accepted', 'agent-1', 0],
  ['declined', 'lead-1', 0],
  [null, null, 0],
] as const)('a suggestion of agent-1 that is %s by %s brings %i facts', async (verdict, decidedBy, facts) => {
  const words = { carrier: null, title: 'Роуминг', body: 'Как есть', note: '' };
  const decided = { verdict, decidedBy, decidedAt: verdict && at };
  await commit(db, [
    db.insert(articleSuggestions).values({
      id: 's',
      articleId: null,
      baseVersion: 0,
      ...words,
      by: 'agent-1',
      at,
      ...decided,
    }),
  ]);
  expect(await readSettlements(db, 'suggestion', 's')).toHaveLength(facts);
});
