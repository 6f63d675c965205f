import { expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getReview, getReviewDraft, listOpenTasks, listReviews } from '#db/tenant/queries/reviews.ts';
import { listDraws } from '#db/tenant/queries/samples.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { listenings } from '#db/tenant/schema/review.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { drawPlan } from './draw-plan.ts';
import { logListening } from './log-listening.ts';
import { planSample, retirePlan } from './plan-sample.ts';
import { replaceTask } from './replace-task.ts';
import { requestReview } from './request-review.ts';
import type { PlanInput } from './sample-plan.ts';
import { saveReviewDraft, submitReview } from './submit-review.ts';

const lead: Actor = { userId: 'lead-1', name: 'Зоя', roles: ['lead'] };
const anna: Actor = { userId: 'anna', name: 'Анна', roles: ['agent'] };
const now = new Date('2026-03-10T09:00:00Z');
const march = { from: '2026-03-01', to: '2026-04-01' };
const filter = { subjectType: 'contact', channel: null, carrier: null, agentId: null } as const;
const answers = { smile: 5, emotion: 4, 'no-script': 3, answer: 1, promise: null, needs: 4, data: 1 };

/** Ten calls of Anna's, two of the lead's own, by the card of the trade. */
async function openDesk(plan: Partial<PlanInput> = {}) {
  const { db } = await openTestTenant();
  const call = (index: number, agentId: string) => ({
    id: `call-${index}`,
    channel: 'call' as const,
    direction: 'inbound' as const,
    agentId,
    startedAt: new Date(Date.UTC(2026, 2, 1 + index, 9)),
    createdAt: now,
  });
  const calls = Array.from({ length: 12 }, (_, index) => call(index, index < 10 ? 'anna' : 'lead-1'));
  await commit(db, [
    ...storeDefaultCard(db, { id: 'card', by: 'manager', at: now }),
    db.insert(contacts).values(calls),
  ]);
  const desk = { db, actor: lead, now, timeZone: 'Europe/Moscow' };
  const size = { by: 'count', count: 3 } as const;
  const what = { title: 'Звонки', selection: 'random', filter, size, cardId: 'card' } as const;
  const made = { ...what, isBlind: true, rhythm: null };
  await planSample(desk, { id: 'plan', ...made, ...plan });
  return desk;
}
const draw = (desk: Awaited<ReturnType<typeof openDesk>>, seed = 7) =>
  drawPlan(desk, { planId: 'plan', ...march, seed });
const own = { filter: { ...filter, agentId: 'anna' } };

test('a plan is drawn by its seed; what was drawn is not drawn again', async () => {
  const desk = await openDesk({ size: { by: 'count', count: 8 } });
  const twin = await openDesk({ size: { by: 'count', count: 8 } });
  for (const each of [desk, twin]) expect(await draw(each)).toMatchObject({ value: { drawn: 8 } });
  const ids = async ({ db }: typeof desk) =>
    (await listOpenTasks(db, '', 20)).map(({ task }) => task.subjectId).sort();
  expect(await ids(desk)).toEqual(await ids(twin));
  expect(await draw(desk)).toMatchObject({ value: { drawn: 4 } });
  expect(await draw(desk)).toEqual({ ok: false, error: { code: 'nothing-to-draw' } });
  expect(new Set(await ids(desk)).size).toBe(12);
});

test('a draw needs a live plan, a period with work, and a lead', async () => {
  const desk = await openDesk();
  expect(await draw({ ...desk, actor: anna })).toMatchObject({ error: { code: 'forbidden' } });
  const april = { planId: 'plan', from: '2026-04-01', to: '2026-05-01', seed: 1 };
  expect(await drawPlan(desk, april)).toMatchObject({ error: { code: 'nothing-to-draw' } });
  expect(await retirePlan(desk, 'plan')).toEqual({ ok: true, value: null });
  expect(await retirePlan(desk, 'plan')).toMatchObject({ error: { code: 'plan-not-found' } });
  const again = { id: 'plan-2', title: 'Звонки', selection: 'random', filter, cardId: 'card' } as const;
  const replanned = await planSample(desk, {
    ...again,
    size: { by: 'count', count: 1 },
    isBlind: true,
    rhythm: null,
  });
  expect(replanned.ok).toBe(true);
  expect(await draw(desk)).toMatchObject({ error: { code: 'plan-not-found' } });
});

test('a replacement has its reason and is counted; the next of the reserve stands in', async () => {
  const desk = await openDesk();
  await draw(desk);
  const [first] = await listOpenTasks(desk.db, '', 20);
  const taskId = first?.task.id ?? '';
  expect(await replaceTask(desk, { taskId, reason: ' ' })).toMatchObject({
    error: { code: 'reason-missing' },
  });
  const replaced = await replaceTask(desk, { taskId, reason: 'Нет записи' });
  expect(replaced.ok).toBe(true);
  expect(await replaceTask(desk, { taskId, reason: 'Ещё раз' })).toMatchObject({
    error: { code: 'task-not-open' },
  });
  const open = (await listOpenTasks(desk.db, '', 20)).map(({ task }) => task.id);
  expect(open).toHaveLength(3);
  expect(open).not.toContain(taskId);
  expect((await listDraws(desk.db, 5)).map((one) => one.replaced)).toEqual([1]);
});

test('a review keeps raw marks and the version of the card; a task takes one', async () => {
  const desk = await openDesk(own);
  await draw(desk);
  const [first] = await listOpenTasks(desk.db, '', 20);
  const taskId = first?.task.id ?? '';
  const notes = [{ text: 'Отлично', itemId: 'smile', atSecond: 12 }];
  await saveReviewDraft(desk, taskId, { answers: { smile: 5 }, notes });
  expect((await getReviewDraft(desk.db, 'lead-1', taskId))?.answers).toEqual({ smile: 5 });
  expect(await submitReview(desk, taskId, { answers: { smile: 5 }, notes })).toMatchObject({
    error: { code: 'card-unanswered', itemId: 'emotion' },
  });
  const both = await Promise.all([1, 2].map(() => submitReview(desk, taskId, { answers, notes })));
  expect(both.map((one) => (one.ok ? 'reviewed' : one.error.code))).toEqual(['reviewed', 'task-not-open']);
  const [given] = both;
  const review = given?.ok ? await getReview(desk.db, given.value.reviewId) : null;
  expect(review?.review).toMatchObject({ agentId: 'anna', cardVersion: 1, answers, isBlind: true });
  expect(await getReviewDraft(desk.db, 'lead-1', taskId)).toBeNull();
});

test('a draft that is on its way when the review is given leaves nothing', async () => {
  const desk = await openDesk(own);
  await draw(desk);
  const [first] = await listOpenTasks(desk.db, '', 20);
  const taskId = first?.task.id ?? '';
  const given = { answers, notes: [] };
  const reviewing = submitReview(desk, taskId, given);
  const saving: ReturnType<typeof saveReviewDraft>[] = [];
  // One of them reads the task while it is open and is written when it is not.
  for (let turn = 0; turn < 40; turn += 1) {
    saving.push(saveReviewDraft(desk, taskId, given));
    await new Promise(setImmediate);
  }
  const [review, drafts] = [await reviewing, await Promise.all(saving)];
  expect(review.ok).toBe(true);
  expect(drafts.every((one) => one.ok || one.error.code === 'task-not-open')).toBe(true);
  expect(await getReviewDraft(desk.db, 'lead-1', taskId)).toBeNull();
});

test('a task ends once, reviewed or replaced', async () => {
  const desk = await openDesk(own);
  await draw(desk);
  const [first] = await listOpenTasks(desk.db, '', 20);
  const taskId = first?.task.id ?? '';
  const both = await Promise.all([
    submitReview(desk, taskId, { answers, notes: [] }),
    replaceTask(desk, { taskId, reason: 'Нет записи' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('nobody reviews himself, and every opening is logged', async () => {
  const desk = await openDesk({ filter: { ...filter, agentId: 'lead-1' } });
  await draw(desk);
  expect(await listOpenTasks(desk.db, 'lead-1', 20)).toEqual([]);
  const [first] = await listOpenTasks(desk.db, '', 20);
  const taskId = first?.task.id ?? '';
  expect(await submitReview(desk, taskId, { answers, notes: [] })).toMatchObject({
    error: { code: 'own-work' },
  });
  expect(await logListening(desk, taskId, 'opened')).toMatchObject({ error: { code: 'own-work' } });
  const other = { ...desk, actor: { ...lead, userId: 'lead-2' } };
  await logListening(other, taskId, 'opened');
  expect(await desk.db.select().from(listenings)).toMatchObject([{ userId: 'lead-2', what: 'opened' }]);
});

test('what was asked for stands in no ranking', async () => {
  const desk = await openDesk(own);
  await commit(desk.db, solvedCase(desk.db));
  const asks = (actor: Actor, number = 7) =>
    requestReview({ ...desk, actor }, { number, reason: 'Трудный разговор' });
  expect(await asks(anna, 8)).toMatchObject({ error: { code: 'case-not-solved' } });
  expect(await asks({ ...anna, userId: 'boris' })).toMatchObject({ error: { code: 'case-not-solved' } });
  const asked = await Promise.all([asks(anna), asks(anna), asks(lead)]);
  expect(new Set(asked.map((one) => one.ok && one.value.taskId)).size).toBe(1);
  await draw(desk);
  const tasks = await listOpenTasks(desk.db, '', 20);
  for (const { task } of tasks) await submitReview(desk, task.id, { answers, notes: [] });
  const always = { from: new Date(0), to: new Date(8e14) };
  expect(await listReviews(desk.db, always)).toHaveLength(4);
  const rankable = await listReviews(desk.db, { ...always, isRankable: true });
  expect(rankable.map(({ review }) => review.selection)).toEqual(['random', 'random', 'random']);
});

function solvedCase(db: TenantDb) {
  const row = { id: 'case-7', number: 7, kind: 'question', state: 'solved', version: 2 } as const;
  const said = { subject: 'Вопрос', priority: 'normal', channel: 'call' } as const;
  const move = { caseId: 'case-7', event: 'solved', fromState: 'open', toState: 'solved' } as const;
  return [
    db.insert(cases).values({ ...row, ...said, createdBy: 'anna', createdAt: now, changedAt: now }),
    db.insert(caseEvents).values({ ...move, version: 2, at: now, actor: 'anna' }),
  ];
}
