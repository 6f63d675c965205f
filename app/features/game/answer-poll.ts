import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import { dayOf } from '#app/features/points/season.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { pollAnswers, pollVoices } from '#db/tenant/schema/game.ts';
import type { GameRefusal } from './game-refusal.ts';
import type { GameDesk } from './set-player.ts';

export const PollInput = z.object({
  mark: z.coerce
    .number({ error: 'required' })
    .int({ error: 'required' })
    .min(1, { error: 'required' })
    .max(5),
  words: z.string().trim().max(500, { error: 'long' }),
});

/**
 * Says how content somebody is, once a month. That he answered is kept with his name, what he answered without it:
 * its id is random, for one that grows with time would tell who came when.
 */
export async function answerPoll(
  { db, actor, now, timeZone }: GameDesk,
  { mark, words }: z.infer<typeof PollInput>,
): Promise<Result<null, GameRefusal>> {
  if (!can(actor, 'game:play')) return refuse({ code: 'forbidden', action: 'game:play' });
  const month = dayOf(now, timeZone).slice(0, 7);
  const written = await commit(db, [
    db.insert(pollVoices).values({ userId: actor.userId, month }),
    db.insert(pollAnswers).values({ id: uuid(), month, mark, words }),
  ]);
  return written.ok ? ok(null) : refuse({ code: 'poll-answered' });
}
