import { dayOf } from '#app/features/points/season.ts';
import { countStanding, listTeamGoals } from '#db/tenant/queries/game.ts';
import type { BoardDesk } from './read-ranking.ts';

export type Goal = Awaited<ReturnType<typeof readGoals>>[number];

/** What all reach together now, and how far they are: only what still stands counts. */
export async function readGoals({ db, now, timeZone }: BoardDesk) {
  const today = dayOf(now, timeZone);
  const begun = (await listTeamGoals(db, today)).filter(({ from }) => from <= today);
  return Promise.all(
    begun.map(async ({ id, title, event, target, from, until }) => {
      const counts = await countStanding(db, event, { from, until });
      const done = counts.reduce((sum, { count }) => sum + count, 0);
      return { id, title, event, target, until, done };
    }),
  );
}
