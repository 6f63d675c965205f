import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { dayOf } from '#app/features/points/season.ts';
import { settleWork } from '#app/features/points/settle-work.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { isColleague } from '#db/control/queries/colleagues.ts';
import type { ControlDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { countKudos } from '#db/tenant/queries/game-shop.ts';
import { kudos } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';
import type { GameDesk } from './set-player.ts';

/** Thanks that one has for a month: few, so that each is meant. */
export const kudosBudget = 5;
const mostTries = kudosBudget + 1;

export const KudosInput = z.object({
  toId: z.string().min(1, { error: 'required' }),
  words: z.string().trim().min(3, { error: 'short' }).max(300, { error: 'long' }),
});

/** Thanks a colleague; two at once never go over the budget. */
export async function giveKudos(
  { db, control, actor, now, timeZone }: GameDesk & { control: ControlDb },
  { toId, words }: z.infer<typeof KudosInput>,
): Promise<Result<{ left: number }, GameRefusal>> {
  if (!can(actor, 'game:play')) return refuse({ code: 'forbidden', action: 'game:play' });
  if (toId === actor.userId) return refuse({ code: 'not-oneself' });
  if (!(await isColleague(control, db.tenantId, toId))) return refuse({ code: 'person-not-found' });
  const month = dayOf(now, timeZone).slice(0, 7);
  for (let tries = 0; tries < mostTries; tries++) {
    const sequence = (await countKudos(db, actor.userId, month)) + 1;
    if (sequence > kudosBudget) return refuse({ code: 'kudos-spent', budget: kudosBudget });
    const row = { id: uuid(), fromId: actor.userId, toId, month, sequence, words, at: now };
    const work = callFor(db, settleWork('kudos', row.id, now), now);
    const written = await commit(
      db,
      [db.insert(kudos).values(row), work],
      [{ topic: 'points', id: toId, userId: toId }],
    );
    if (written.ok) return ok({ left: kudosBudget - sequence });
  }
  return refuse({ code: 'conflict' });
}
