import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { players } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';

export type GameDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };

export const PlayerInput = z.object({
  pseudonym: z
    .string()
    .trim()
    .max(40, { error: 'long' })
    .transform((text) => text || null),
  /** A box that is not ticked is not sent. */
  isOut: z.coerce.boolean<string | undefined>().default(false),
});

/** How somebody is shown on boards: by his name, by one that is no colleague's, or not at all. It costs no points. */
export async function setPlayer(
  { db, control, actor, now }: GameDesk & { control: ControlDb },
  { pseudonym, isOut }: z.infer<typeof PlayerInput>,
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'game:play')) return refuse({ code: 'forbidden', action: 'game:play' });
  const colleagues = await listColleagues(control, db.tenantId);
  const isColleagues = colleagues.some(
    ({ id, name }) => id !== actor.userId && isSame(name, pseudonym ?? ''),
  );
  if (isColleagues) return refuse({ code: 'pseudonym-taken' });
  const set = { pseudonym, isOut, changedAt: now };
  const row = db
    .insert(players)
    .values({ userId: actor.userId, ...set })
    .onConflictDoUpdate({ target: players.userId, set });
  const written = await commit(db, [row], [{ topic: 'points', id: actor.userId }]);
  return written.ok ? ok(null) : refuse({ code: 'pseudonym-taken' });
}

function isSame(name: string, other: string): boolean {
  return name.localeCompare(other, 'ru', { sensitivity: 'base' }) === 0;
}
