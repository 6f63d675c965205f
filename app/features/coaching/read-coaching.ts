import type { Actor } from '#app/features/access/can.ts';
import { dayOf } from '#app/features/points/season.ts';
import { itemLosses, totalLosses } from '#app/features/scorecard/item-losses.ts';
import { itemsOf } from '#app/features/scorecard/scorecard.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { type CoachingRow, listCoaching } from '#db/tenant/queries/coaching.ts';
import { listReviews } from '#db/tenant/queries/reviews.ts';
import { heatOf } from './coaching.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };
export type CoachingView = Awaited<ReturnType<typeof readCoaching>>;

const dayMs = 86_400_000;
const days = 90;
const mostTasks = 200;

/** Where the team loses most, who loses it where, and what is practised. Only what was drawn by chance counts. */
export async function readCoaching({ db, control, actor, now, timeZone }: Reader) {
  const from = new Date(now.getTime() - days * dayMs);
  const found = await listReviews(db, { from, to: now, isRankable: true });
  const reviews = found.map(({ review, card }) => ({
    agentId: review.agentId,
    losses: itemLosses(card, review.answers),
  }));
  const heat = heatOf(reviews);
  const tasks = await listCoaching(db, null, mostTasks);
  const names = await namesOf(control, [
    ...heat.map(({ agentId }) => agentId),
    ...tasks.map(({ agentId }) => agentId),
  ]);
  const titles = new Map(
    found.toReversed().flatMap(({ card }) => itemsOf(card).map(({ id, title }) => [id, title])),
  );
  const today = dayOf(now, timeZone);
  const colleagues = await listColleagues(control, db.tenantId);
  return {
    reviews: reviews.length,
    pareto: totalLosses(reviews.map(({ losses }) => losses)),
    items: [...titles].map(([id, title]) => ({ id, title })),
    heat: heat.map((row) => ({ ...row, name: names[row.agentId] ?? '' })),
    tasks: tasks.map((task) => ({
      ...shownTask(task, today, titles.get(task.itemId ?? '') ?? null),
      name: names[task.agentId] ?? '',
    })),
    colleagues: colleagues.filter(({ id }) => id !== actor.userId),
    today,
  };
}

/** What an agent has to practise. */
export async function readOwnCoaching({ db, actor, now, timeZone }: Omit<Reader, 'control'>) {
  const tasks = await listCoaching(db, actor.userId, mostTasks);
  return tasks.map((task) => shownTask(task, dayOf(now, timeZone), null));
}

function shownTask(task: CoachingRow, today: string, item: string | null) {
  const { id, goal, dueOn, recheckOn, state, outcome, finding } = task;
  const isDue = state !== 'rechecked' && recheckOn <= today;
  return { id, goal, dueOn, recheckOn, state, outcome, finding, item, isDue };
}
