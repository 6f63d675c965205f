import type { Actor } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listOpenTasks } from '#db/tenant/queries/reviews.ts';
import { listDraws, listSamplePlans } from '#db/tenant/queries/samples.ts';
import { listScorecards } from '#db/tenant/queries/scorecards.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };
export type ReviewQueue = Awaited<ReturnType<typeof readReviewQueue>>;

const mostTasks = 300;
const mostDraws = 20;
const weekMs = 7 * 86_400_000;

/** What waits for a reviewer, by which plans it was drawn, and what was drawn before. */
export async function readReviewQueue({ db, control, actor, now, timeZone }: Reader) {
  const tasks = await listOpenTasks(db, actor.userId, mostTasks);
  const draws = await listDraws(db, mostDraws);
  const names = await namesOf(control, [
    ...tasks.flatMap(({ task }) => [task.agentId, task.reviewerId ?? '']),
    ...draws.map(({ drawnBy }) => drawnBy),
  ]);
  return {
    tasks: tasks.map(({ task, plan }) => ({
      id: task.id,
      subjectType: task.subjectType,
      queue: task.queue,
      selection: task.selection,
      occurredAt: task.occurredAt,
      plan,
      reason: task.reason,
      agentName: task.isBlind ? null : (names[task.agentId] ?? ''),
      begunBy: task.reviewerId ? (names[task.reviewerId] ?? '') : null,
      isMine: task.reviewerId === actor.userId,
    })),
    isCut: tasks.length === mostTasks,
    plans: (await listSamplePlans(db)).map(({ id, title, selection, filter, size, isBlind, rhythm }) => ({
      id,
      title,
      selection,
      filter,
      size,
      isBlind,
      rhythm,
    })),
    draws: draws.map((draw) => ({ ...draw, drawnBy: names[draw.drawnBy] ?? null })),
    cards: (await listScorecards(db)).map(({ id, title }) => ({ id, title })),
    colleagues: await listColleagues(control, db.tenantId),
    lastWeek: { from: dateAt(now.getTime() - weekMs, timeZone), to: dateAt(now.getTime(), timeZone) },
  };
}
