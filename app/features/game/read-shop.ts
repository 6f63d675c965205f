import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb } from '#db/open.ts';
import { listOrders, listRewards, listTakenUnits, readBalance } from '#db/tenant/queries/game-shop.ts';
import type { GameDesk } from './set-player.ts';

const mostOrders = 100;

/** What is in the shop, what one can pay, what one asked for; for leads also what waits for their answer. */
export async function readShop({ db, control, actor }: GameDesk & { control: ControlDb }) {
  const mayAnswer = can(actor, 'reward:approve');
  const taken = await listTakenUnits(db);
  const asked = mayAnswer ? await listOrders(db, { state: 'asked' }, mostOrders) : [];
  const names = await namesOf(
    control,
    asked.map(({ order }) => order.agentId),
  );
  return {
    balance: await readBalance(db, actor.userId),
    rewards: (await listRewards(db)).map(({ id, title, note, price, stock }) => {
      const left = stock - taken.filter(({ rewardId }) => rewardId === id).length;
      return { id, title, note, price, left, orderId: uuid() };
    }),
    orders: (await listOrders(db, { agentId: actor.userId }, mostOrders)).map(itemOf),
    asked: asked
      .filter(({ order }) => order.agentId !== actor.userId)
      .map((row) => ({ ...itemOf(row), name: names[row.order.agentId] ?? '—' })),
    mayAnswer,
    maySet: can(actor, 'points:write'),
  };
}

function itemOf({ order: { id, price, state, at }, title }: Awaited<ReturnType<typeof listOrders>>[number]) {
  return { id, title, price, state, at };
}
