import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import {
  getLastOrderSequence,
  getOrder,
  getReward,
  listTakenUnits,
  readBalance,
} from '#db/tenant/queries/game-shop.ts';
import { rewardOrders } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';
import type { GameDesk } from './set-player.ts';

/** Made with the page, so that the same press twice is one order. */
export const OrderInput = z.object({ orderId: z.uuid() });

/** Everybody else who asks at the same moment may take a piece first. */
const mostTries = 20;

/**
 * Asks for a reward: its points are held at once, and one piece of the stock with them. The keys of the order let
 * two at once neither spend a point twice nor take the same piece; the same order sent twice is one.
 */
export async function orderReward(
  { db, actor, now }: GameDesk,
  { rewardId, orderId }: { rewardId: string; orderId: string },
): Promise<Result<{ orderId: string }, GameRefusal>> {
  if (!can(actor, 'game:play')) return refuse({ code: 'forbidden', action: 'game:play' });
  for (let tries = 0; tries < mostTries; tries++) {
    const earlier = await getOrder(db, orderId);
    if (earlier)
      return earlier.agentId === actor.userId ? ok({ orderId }) : refuse({ code: 'order-not-found' });
    const reward = await getReward(db, rewardId);
    if (!reward) return refuse({ code: 'reward-not-found' });
    const sequence = (await getLastOrderSequence(db, actor.userId)) + 1;
    const balance = await readBalance(db, actor.userId);
    const { price, stock } = reward;
    if (balance < price) return refuse({ code: 'too-few-points', balance, price });
    const taken = (await listTakenUnits(db)).filter((one) => one.rewardId === rewardId);
    const unit = firstFree(
      taken.map((one) => one.unit),
      stock,
    );
    if (unit === null) return refuse({ code: 'reward-gone' });
    const order = { id: orderId, rewardId, unit, agentId: actor.userId, sequence, price };
    const asked = db.insert(rewardOrders).values({ ...order, state: 'asked', at: now });
    const written = await commit(db, [asked], [{ topic: 'points', id: actor.userId }]);
    if (written.ok) return ok({ orderId });
  }
  return refuse({ code: 'conflict' });
}

/** A lead's yes or no, never to himself. A no gives back the points and the piece. */
export async function answerOrder(
  { db, actor, now }: GameDesk,
  orderId: string,
  answer: 'approved' | 'declined',
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'reward:approve')) return refuse({ code: 'forbidden', action: 'reward:approve' });
  const order = await getOrder(db, orderId);
  if (!order) return refuse({ code: 'order-not-found' });
  if (order.agentId === actor.userId) return refuse({ code: 'not-oneself' });
  const set = db
    .update(rewardOrders)
    .set({ state: answer, decidedBy: actor.userId, decidedAt: now })
    .where(and(eq(rewardOrders.id, orderId), eq(rewardOrders.state, 'asked')));
  const written = await commit(db, [set], [{ topic: 'points', id: order.agentId }]);
  const isFirst = written.ok && written.results[0]?.rowsAffected === 1;
  return isFirst ? ok(null) : refuse({ code: 'order-decided' });
}

function firstFree(taken: readonly number[], stock: number): number | null {
  for (let unit = 1; unit <= stock; unit++) if (!taken.includes(unit)) return unit;
  return null;
}
