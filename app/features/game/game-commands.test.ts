import { v7 as uuid } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#app/features/access/can.ts';
import { commit } from '#db/commit.ts';
import { listTakenUnits, readBalance } from '#db/tenant/queries/game-shop.ts';
import { listPollAnswers } from '#db/tenant/queries/poll.ts';
import { kudos } from '#db/tenant/schema/game.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { boardPoints } from '#db/tenant/schema/quality.ts';
import { agent, colleague, openCaseWorld } from '#tests/setup/test-cases.ts';
import { answerPoll } from './answer-poll.ts';
import { giveKudos, kudosBudget } from './give-kudos.ts';
import { answerOrder, orderReward } from './order-reward.ts';
import { readPolls } from './read-polls.ts';
import { PlayerInput, setPlayer } from './set-player.ts';
import { addReward, retireReward } from './set-reward.ts';

const manager: Actor = { userId: 'manager', name: 'Марина', roles: ['manager'] };
let world: Awaited<ReturnType<typeof openCaseWorld>>;
beforeEach(async () => {
  world = await openCaseWorld();
});
const desk = (actor: Actor = agent) => ({ ...world.desk(actor), timeZone: 'Europe/Moscow' });

async function openShop(stock: number, price = 30, points = 100) {
  const { db } = world;
  await addReward(desk(manager), { id: 'cup', title: 'Кружка', note: '', price, stock });
  const row = { period: 'season:s', points, reachedAt: 0 };
  await commit(db, [
    db.insert(boardPoints).values([agent.userId, colleague.userId].map((agentId) => ({ ...row, agentId }))),
  ]);
}

test('two are never called the same, and one may be called as before', async () => {
  expect((await setPlayer(desk(), { pseudonym: 'Сова', isOut: false })).ok).toBe(true);
  expect((await setPlayer(desk(), { pseudonym: 'Сова', isOut: true })).ok).toBe(true);
  expect(await setPlayer(desk(colleague), { pseudonym: 'Сова', isOut: false })).toMatchObject({
    error: { code: 'pseudonym-taken' },
  });
});

test.each(['agent-3', ' AGENT-3'])('nobody is called as a colleague is: %s', async (pseudonym) => {
  const input = PlayerInput.parse({ pseudonym });
  expect(await setPlayer(desk(), input)).toMatchObject({ error: { code: 'pseudonym-taken' } });
});

test('thanks go to a colleague, within the budget of the month, however many at once', async () => {
  const thank = (toId = colleague.userId) => giveKudos(desk(), { toId, words: 'выручил' });
  expect(await thank(agent.userId)).toMatchObject({ error: { code: 'not-oneself' } });
  expect(await thank('stranger')).toMatchObject({ error: { code: 'person-not-found' } });
  const guest: Actor = { ...agent, roles: ['client'] };
  expect(await giveKudos(desk(guest), { toId: colleague.userId, words: 'выручил' })).toMatchObject({
    error: { code: 'forbidden' },
  });
  const all = await Promise.all(Array.from({ length: kudosBudget + 3 }, () => thank()));
  expect(all.filter(({ ok }) => ok)).toHaveLength(kudosBudget);
  expect(await world.db.select().from(kudos)).toHaveLength(kudosBudget);
  expect(await world.db.select().from(outbox)).toHaveLength(kudosBudget);
  world.pass(31 * 86_400_000);
  expect((await thank()).ok).toBe(true);
});

test('the stock never goes below zero, however many ask at once', async () => {
  await openShop(3);
  const asked = await Promise.all(
    [agent, colleague, agent, colleague, agent].map((who) =>
      orderReward(desk(who), { rewardId: 'cup', orderId: uuid() }),
    ),
  );
  expect(asked.filter(({ ok }) => ok)).toHaveLength(3);
  expect(asked.filter((one) => !one.ok && one.error.code === 'reward-gone')).toHaveLength(2);
  expect((await listTakenUnits(world.db)).map(({ unit }) => unit).sort()).toEqual([1, 2, 3]);
});

test('no point is spent twice, however often one asks at once', async () => {
  await openShop(10, 60);
  const asked = await Promise.all(
    [1, 2, 3].map(() => orderReward(desk(), { rewardId: 'cup', orderId: uuid() })),
  );
  expect(asked.map((one) => (one.ok ? 'ok' : one.error.code)).sort()).toEqual([
    'ok',
    'too-few-points',
    'too-few-points',
  ]);
  expect(await readBalance(world.db, agent.userId)).toBe(40);
});

test('nor for two rewards at once, which are no pieces of the same', async () => {
  await openShop(10, 60);
  await addReward(desk(manager), { id: 'pen', title: 'Ручка', note: '', price: 60, stock: 10 });
  const asked = await Promise.all(
    ['cup', 'pen'].map((rewardId) => orderReward(desk(), { rewardId, orderId: uuid() })),
  );
  expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await readBalance(world.db, agent.userId)).toBe(40);
});

test('an order pressed twice is one, and another person cannot send it again', async () => {
  await openShop(10, 30);
  const order = { rewardId: 'cup', orderId: uuid() };
  const pressed = await Promise.all([1, 2, 3].map(() => orderReward(desk(), order)));
  expect(pressed).toEqual(Array(3).fill({ ok: true, value: { orderId: order.orderId } }));
  expect(await readBalance(world.db, agent.userId)).toBe(70);
  expect(await orderReward(desk(colleague), order)).toMatchObject({ error: { code: 'order-not-found' } });
});

test('a no gives back the points and the piece; an answer is given once, and not to oneself', async () => {
  await openShop(1, 100);
  const order = await orderReward(desk(), { rewardId: 'cup', orderId: uuid() });
  if (!order.ok) throw new Error(order.error.code);
  const { orderId } = order.value;
  const self: Actor = { ...agent, roles: ['agent', 'lead'] };
  expect(await answerOrder(desk(self), orderId, 'approved')).toMatchObject({
    error: { code: 'not-oneself' },
  });
  expect(await answerOrder(desk(), orderId, 'approved')).toMatchObject({ error: { code: 'forbidden' } });
  expect((await answerOrder(desk(manager), orderId, 'declined')).ok).toBe(true);
  expect(await answerOrder(desk(manager), orderId, 'approved')).toMatchObject({
    error: { code: 'order-decided' },
  });
  expect(await readBalance(world.db, agent.userId)).toBe(100);
  expect((await orderReward(desk(colleague), { rewardId: 'cup', orderId: uuid() })).ok).toBe(true);
});

test('what was taken out of the shop is not there', async () => {
  await openShop(1);
  expect((await retireReward(desk(manager), 'cup')).ok).toBe(true);
  expect(await orderReward(desk(), { rewardId: 'cup', orderId: uuid() })).toMatchObject({
    error: { code: 'reward-not-found' },
  });
  expect(await retireReward(desk(manager), 'cup')).toMatchObject({ error: { code: 'reward-not-found' } });
});

test('one answers once a month, and nothing is shown before five have', async () => {
  const answer = (userId: string, mark = 5) =>
    answerPoll(desk({ ...agent, userId }), { mark, words: 'хорошо' });
  expect((await answer('a')).ok).toBe(true);
  expect(await answer('a')).toMatchObject({ error: { code: 'poll-answered' } });
  expect(await listPollAnswers(world.db, '2026-01')).toHaveLength(1);
  for (const userId of ['b', 'c', 'd']) await answer(userId, 3);
  expect(await readPolls(desk())).toMatchObject([{ count: 4, percent: null, words: [] }]);
  await answer('e');
  expect(await readPolls(desk())).toMatchObject([{ count: 5, percent: 40 }]);
});
