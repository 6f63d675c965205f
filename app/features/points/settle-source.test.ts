import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { closeSolved } from '#app/features/case/close-solved.ts';
import { logContact } from '#app/features/case/log-contact.ts';
import { reopenCase, solveCase } from '#app/features/case/move-case.ts';
import type { CardContent } from '#app/features/scorecard/scorecard.ts';
import { commit } from '#db/commit.ts';
import { getBoardRow } from '#db/tenant/queries/quality-boards.ts';
import { badges, kudos, quests, shiftLengths } from '#db/tenant/schema/game.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { pointEntries, pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { cardVersions, scorecards } from '#db/tenant/schema/scorecard.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { readPreview } from './read-preview.ts';
import { settleSource } from './settle-source.ts';

const from = new Date('2026-01-01T00:00:00Z');
const made = { createdBy: 'm', createdAt: from };
let world: Awaited<ReturnType<typeof openCaseWorld>>;

beforeEach(async () => {
  world = await openCaseWorld();
  const { db } = world;
  const rule = { title: 'Правило', points: 10, version: 1, cap: null, isOn: true, from, setBy: 'm' };
  await commit(db, [
    db.insert(seasons).values({
      id: 'spring',
      name: 'Весна',
      from: '2026-01-01',
      openedBy: 'm',
      openedAt: from,
      difficulty: { 'call ': 150 },
    }),
    ...(['case-solved', 'solved-at-first', 'review-scored', 'rating-given'] as const).map((event) =>
      db.insert(pointRules).values({ ...rule, id: event, event }),
    ),
  ]);
});

async function solveByCall(isSolvedAtFirst = false) {
  const logged = await logContact(world.desk(), {
    formToken: crypto.randomUUID(),
    channel: 'call',
    direction: 'inbound',
    lineId: world.line.id,
    case: { kind: 'question', subject: 'Вопрос' },
    wrapUp: { result: 'solved', isSolvedAtFirst },
  });
  if (!logged.ok) throw new Error(logged.error.code);
  return logged.value.caseId;
}

/** Does what the outbox calls for. */
async function settleAll() {
  const { db } = world;
  const waiting = await db.select().from(outbox).where(eq(outbox.queue, 'points-settle'));
  const desk = { db, now: world.now(), timeZone: 'Europe/Moscow' };
  for (const { payload } of waiting) {
    const { sourceType, sourceId } = payload as { sourceType: 'case'; sourceId: string };
    await settleSource(desk, sourceType, sourceId);
  }
  return desk;
}

const pointsOf = async (userId: string) =>
  (await getBoardRow(world.db, 'season:spring', userId))?.points ?? 0;

async function review(caseId: string, mark: 0 | 1, revision: number) {
  const { db } = world;
  const item = { id: 'data', title: 'Данные', hint: '', scale: 'yes-no' as const, weight: 1 };
  const content: CardContent = {
    sections: [
      {
        id: 's',
        title: 'Раздел',
        weight: 1,
        items: [{ ...item, critical: { family: 'compliance', effect: 'zero' } }],
      },
    ],
    capPercent: 50,
  };
  const of = { subjectType: 'case' as const, subjectId: caseId, agentId: 'agent-1', queue: 'call mts' };
  const drawn = { selection: 'random' as const, isBlind: false, occurredAt: world.now(), cardId: 'card' };
  if (revision === 1) {
    await commit(db, [
      db.insert(scorecards).values({ id: 'card', title: 'Карта', ...made }),
      db
        .insert(cardVersions)
        .values({ cardId: 'card', version: 1, content, holdsFrom: from, changedBy: 'm', changedAt: from }),
      db.insert(reviewTasks).values({ id: 'task', ...of, ...drawn, state: 'reviewed', ...made }),
      db.insert(reviews).values({
        id: 'review',
        taskId: 'task',
        revision,
        ...of,
        ...drawn,
        answers: { data: mark },
        reviewerId: 'lead',
        cardVersion: 1,
        reviewedAt: world.now(),
      }),
    ]);
  } else await commit(db, [db.update(reviews).set({ revision, answers: { data: mark } })]);
  await settleSource({ db, now: world.now(), timeZone: 'Europe/Moscow' }, 'review', 'review');
}

test('a solved case brings points by its difficulty, the first contact too, once', async () => {
  await solveByCall(true);
  await settleAll();
  await settleAll();
  expect(await pointsOf('agent-1')).toBe(30);
});

test('work in a half shift weighs twice, a review of it does not', async () => {
  const { db } = world;
  await commit(db, [
    db.insert(shiftLengths).values([
      { agentId: 'agent-1', from: '2026-01-01', hours: 12, setBy: 'm' },
      { agentId: 'agent-1', from: '2026-02-01', hours: 4, setBy: 'm' },
    ]),
  ]);
  const caseId = await solveByCall();
  await settleAll();
  expect(await pointsOf('agent-1')).toBe(30);
  await review(caseId, 1, 1);
  expect(await pointsOf('agent-1')).toBe(40);
});

test('a quest that is made brings a badge once; what is taken back revokes it, and it can be earned anew', async () => {
  const { db } = world;
  const quest = { title: 'Два за день', event: 'case-solved' as const, target: 2, per: 'day' as const };
  await commit(db, [db.insert(quests).values({ id: 'two', ...quest, setBy: 'm', setAt: from })]);
  await solveByCall();
  await settleAll();
  expect(await db.select().from(badges)).toEqual([]);
  const caseId = await solveByCall();
  await settleAll();
  const badge = { agentId: 'agent-1', badge: 'quest:two', period: '2026-03-02' };
  expect(await db.select().from(badges)).toMatchObject([{ ...badge, revokedAt: null }]);
  await reopenCase(world.desk(), { caseId, reason: 'не решено' });
  await settleAll();
  const revoked = { revokedAt: world.now(), revokedReason: 'taken-back' };
  expect(await db.select().from(badges)).toMatchObject([{ ...badge, ...revoked }]);
  await solveByCall();
  await settleAll();
  expect(await db.select().from(badges)).toMatchObject([{ ...badge, revokedAt: null }]);
});

test('a case that is opened again brings nothing any more', async () => {
  const caseId = await solveByCall();
  await settleAll();
  await reopenCase(world.desk(), { caseId, reason: 'не решено' });
  await settleAll();
  expect(await pointsOf('agent-1')).toBe(0);
  await solveCase(world.desk(), { caseId });
  await settleAll();
  expect(await pointsOf('agent-1')).toBe(0);
});

test('closing a case changes nothing in the ledger', async () => {
  const caseId = await solveByCall();
  await settleAll();
  world.pass(8 * 86_400_000);
  expect(await closeSolved(world.db, world.now())).toBe(1);
  await settleAll();
  const isCase = and(eq(pointEntries.sourceType, 'case'), eq(pointEntries.sourceId, caseId));
  expect(await world.db.select().from(pointEntries).where(isCase)).toHaveLength(1);
});

test('a critical error takes the points of its case; a dispute that is won gives them back', async () => {
  const caseId = await solveByCall();
  await settleAll();
  await review(caseId, 0, 1);
  expect(await pointsOf('agent-1')).toBe(0);
  await review(caseId, 1, 2);
  expect(await pointsOf('agent-1')).toBe(25);
});

test.each([
  [5, 25],
  [4, 15],
])('%i stars leave the solver with %i points', async (stars, points) => {
  const { db } = world;
  const caseId = await solveByCall();
  const desk = await settleAll();
  const said = { solvedAt: world.now(), at: world.now() };
  await commit(db, [db.insert(ratings).values({ caseId, agentId: 'agent-1', stars, ...said })]);
  await settleSource(desk, 'rating', caseId);
  expect(await pointsOf('agent-1')).toBe(points);
});

test('a rule is previewed by what happened, with its gates and weights, beside the one that holds', async () => {
  await solveByCall();
  const caseId = await solveByCall();
  await reopenCase(world.desk(), { caseId, reason: 'не решено' });
  await solveCase(world.desk(), { caseId });
  const desk = { db: world.db, now: world.now(), timeZone: 'Europe/Moscow' };
  const rule = {
    title: 'Вдвое',
    event: 'case-solved' as const,
    points: 20,
    cap: null,
    isOn: true,
    control: null,
  };
  expect(await readPreview(desk, 'case-solved', rule)).toMatchObject({
    present: 15,
    proposed: { facts: 2, gated: 1, points: 30, agents: [{ agentId: 'agent-1', points: 30 }] },
  });
  expect(await readPreview(desk, 'unknown', rule)).toMatchObject({ present: null, proposed: { points: 30 } });
});

test('badges beyond quests are had once a period, are revoked with what they stood on', async () => {
  const { db } = world;
  const thank = (fromId: string, sequence: number) =>
    db.insert(kudos).values({
      id: `${fromId}-${sequence}`,
      fromId,
      toId: 'agent-1',
      month: '2026-03',
      sequence,
      words: 'выручил',
      at: from,
    });
  await commit(db, [thank('agent-2', 1), thank('agent-2', 2), thank('agent-3', 1)]);
  await solveByCall();
  await settleAll();
  expect(await db.select().from(badges)).toEqual([]);
  await commit(db, [thank('leaver', 1)]);
  await solveByCall();
  await solveByCall();
  await settleAll();
  const badge = { agentId: 'agent-1', badge: 'thanked', period: '2026-03' };
  expect(await db.select().from(badges)).toMatchObject([{ ...badge, revokedAt: null }]);
  await commit(db, [db.delete(kudos).where(eq(kudos.fromId, 'leaver'))]);
  await solveByCall();
  await settleAll();
  expect(await db.select().from(badges)).toMatchObject([{ ...badge, revokedReason: 'taken-back' }]);
});
