import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { rewards } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';
import type { GameDesk } from './set-player.ts';

const Count = z.coerce.number({ error: 'count' }).int({ error: 'count' }).min(1, { error: 'count' });
export const RewardInput = z.object({
  title: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
  note: z.string().trim().max(300, { error: 'long' }),
  price: Count.max(1_000_000, { error: 'count' }),
  stock: Count.max(1000, { error: 'count' }),
});

/** Puts a reward into the shop. */
export async function addReward(
  { db, actor, now }: GameDesk,
  input: z.infer<typeof RewardInput> & { id: string },
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'points:write')) return refuse({ code: 'forbidden', action: 'points:write' });
  const written = await commit(db, [
    db.insert(rewards).values({ ...input, setBy: actor.userId, setAt: now }),
  ]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

/** Takes a reward out of the shop; what was asked for is still answered. */
export async function retireReward(
  { db, actor, now }: GameDesk,
  rewardId: string,
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'points:write')) return refuse({ code: 'forbidden', action: 'points:write' });
  const retire = db
    .update(rewards)
    .set({ retiredAt: now })
    .where(and(eq(rewards.id, rewardId), isNull(rewards.retiredAt)));
  const written = await commit(db, [retire]);
  const isHere = written.ok && written.results[0]?.rowsAffected === 1;
  return isHere ? ok(null) : refuse({ code: 'reward-not-found' });
}
