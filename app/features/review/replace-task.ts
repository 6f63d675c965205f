import { eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { getReviewable } from '#db/tenant/queries/review-subjects.ts';
import { getReviewTask } from '#db/tenant/queries/reviews.ts';
import { getDraw, listReplacements } from '#db/tenant/queries/samples.ts';
import { reviewTaskEnds, reviewTasks } from '#db/tenant/schema/review.ts';
import { sampleReplacements } from '#db/tenant/schema/sample.ts';
import { taskOf } from './draw-plan.ts';
import { applyReplacements } from './draw-sample.ts';
import type { ReviewDesk } from './plan-sample.ts';
import type { ReviewRefusal } from './review-refusal.ts';
import { drawBy } from './sample-plan.ts';

/** Exchanges what cannot be reviewed for the next of the reserve. The reason is kept, and the exchange counted. */
export async function replaceTask(
  { db, actor, now }: ReviewDesk,
  { taskId, reason }: { taskId: string; reason: string },
): Promise<Result<{ taskId: string }, ReviewRefusal>> {
  if (!can(actor, 'review:write')) return refuse({ code: 'forbidden', action: 'review:write' });
  const task = await getReviewTask(db, taskId);
  if (!task) return refuse({ code: 'task-not-found' });
  if (task.state !== 'open') return refuse({ code: 'task-not-open' });
  const found = task.drawId === null ? null : await getDraw(db, task.drawId);
  if (!found) return refuse({ code: 'task-not-drawn' });
  const { draw, plan } = found;
  const before = await listReplacements(db, draw.id);
  const stratum = draw.candidates.find(({ id }) => id === task.subjectId)?.stratum ?? '';
  const mine = { id: task.subjectId, stratum, reason };
  const said = [...before.map(({ subjectId, ...one }) => ({ ...one, id: subjectId })), mine];
  const drawn = drawBy(plan.size, draw.candidates, draw.seed);
  const [then, after] = [applyReplacements(drawn, said.slice(0, -1)), applyReplacements(drawn, said)];
  if (!after.ok) return refuse(after.error.code === 'not-drawn' ? { code: 'conflict' } : after.error);
  const known = new Set(then.ok ? then.drawn : []);
  const insteadId = after.drawn.find((id) => !known.has(id)) ?? '';
  const work = await getReviewable(db, { subjectType: task.subjectType, subjectId: insteadId });
  if (!work) return refuse({ code: 'subject-not-found' });
  const instead = taskOf(plan, work, { drawId: draw.id, createdBy: actor.userId, createdAt: now });
  const sequence = before.length + 1;
  const made = { drawId: draw.id, sequence, subjectId: task.subjectId, insteadId, stratum };
  const written = await commit(db, [
    db.insert(sampleReplacements).values({ ...made, reason, by: actor.userId, at: now }),
    db.insert(reviewTaskEnds).values({ taskId, as: 'replaced' }),
    db.update(reviewTasks).set({ state: 'replaced' }).where(eq(reviewTasks.id, taskId)),
    db.insert(reviewTasks).values(instead),
  ]);
  return written.ok ? ok({ taskId: instead.id }) : refuse({ code: 'conflict' });
}
