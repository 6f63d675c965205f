import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { players } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';

export type GameDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };

export const PlayerInput = z.object({
  pseudonym: z
    .string()
    .trim()
    .max(40, { error: 'long' })
    .transform((text) => text || null),
  isOut: z.coerce.boolean<string | undefined>(),
});

/** How somebody is shown on boards: by his name, by another one, or not at all. It costs him no points. */
export async function setPlayer(
  { db, actor, now }: GameDesk,
  { pseudonym, isOut }: z.infer<typeof PlayerInput>,
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'game:play')) return refuse({ code: 'forbidden', action: 'game:play' });
  const set = { pseudonym, isOut, changedAt: now };
  const row = db
    .insert(players)
    .values({ userId: actor.userId, ...set })
    .onConflictDoUpdate({ target: players.userId, set });
  const written = await commit(db, [row], [{ topic: 'points', id: actor.userId }]);
  return written.ok ? ok(null) : refuse({ code: 'pseudonym-taken' });
}
