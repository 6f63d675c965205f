import { v7 as uuid } from 'uuid';
import { ok, type Result } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listenings } from '#db/tenant/schema/review.ts';
import type { ReviewDesk } from './plan-sample.ts';
import type { ReviewRefusal } from './review-refusal.ts';
import { openTask } from './submit-review.ts';

/** Writes down who looks into somebody's work, before it is shown, and who plays its recording. */
export async function logListening(
  { db, actor, now }: ReviewDesk,
  taskId: string,
  what: 'opened' | 'played',
): Promise<Result<null, ReviewRefusal>> {
  const task = await openTask({ db, actor }, taskId);
  if (!task.ok) return task;
  await commit(db, [
    db.insert(listenings).values({ id: uuid(), userId: actor.userId, taskId, what, at: now }),
  ]);
  return ok(null);
}
