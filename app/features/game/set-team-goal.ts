import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { pointEvents } from '#app/features/points/points.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { teamGoals } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';
import type { GameDesk } from './set-player.ts';

const Title = z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' });
export const GoalInput = z
  .object({
    title: Title,
    event: z.enum(pointEvents),
    target: z.coerce
      .number()
      .int({ error: 'count' })
      .min(1, { error: 'count' })
      .max(1_000_000, { error: 'count' }),
    from: z.iso.date({ error: 'date' }),
    until: z.iso.date({ error: 'date' }),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'later-than' });

/** Something for all to reach together between two dates, the last one excluded. */
export async function setTeamGoal(
  { db, actor, now }: GameDesk,
  input: z.infer<typeof GoalInput> & { id: string },
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'points:write')) return refuse({ code: 'forbidden', action: 'points:write' });
  const row = { ...input, setBy: actor.userId, setAt: now };
  const written = await commit(db, [db.insert(teamGoals).values(row)], [{ topic: 'points', id: input.id }]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
