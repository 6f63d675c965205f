import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { pointEvents } from '#app/features/points/points.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { quests } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';
import type { GameDesk } from './set-player.ts';

export const QuestInput = z.object({
  title: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
  event: z.enum(pointEvents),
  target: z.coerce.number().int({ error: 'count' }).min(1, { error: 'count' }).max(1000, { error: 'count' }),
  per: z.enum(['day', 'week']),
});
export type QuestInput = z.infer<typeof QuestInput>;

/** Something an agent may set himself to reach in a day or a week; reaching it is a badge of that period. */
export async function setQuest(
  { db, actor, now }: GameDesk,
  input: QuestInput & { id: string },
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'points:write')) return refuse({ code: 'forbidden', action: 'points:write' });
  const row = { ...input, setBy: actor.userId, setAt: now };
  const written = await commit(db, [db.insert(quests).values(row)]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

/** Offers a quest no more; its badges stay. */
export async function retireQuest(
  { db, actor, now }: GameDesk,
  questId: string,
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'points:write')) return refuse({ code: 'forbidden', action: 'points:write' });
  const retire = db
    .update(quests)
    .set({ retiredAt: now })
    .where(and(eq(quests.id, questId), isNull(quests.retiredAt)));
  const written = await commit(db, [retire]);
  const isHere = written.ok && written.results[0]?.rowsAffected === 1;
  return isHere ? ok(null) : refuse({ code: 'quest-not-found' });
}
