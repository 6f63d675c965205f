import { inArray, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listTopicsForSaving } from '#db/tenant/queries/save-talk-pages.ts';
import { topics } from '#db/tenant/schema/case.ts';
import type { SaveRefusal } from './save-refusal.ts';

export const LeavingTopics = z.strictObject({ topicIds: z.array(z.uuid()).max(500) });

/** Says which topics of cases lead to the save desk: these and no others. */
export async function setLeavingTopics(
  { db, actor }: { db: TenantDb; actor: Actor },
  { topicIds }: z.infer<typeof LeavingTopics>,
): Promise<Result<null, SaveRefusal>> {
  if (!can(actor, 'offer:write')) return refuse({ code: 'forbidden', action: 'offer:write' });
  const known = new Set((await listTopicsForSaving(db)).map(({ id }) => id));
  if (topicIds.some((id) => !known.has(id))) return refuse({ code: 'topic-not-found' });
  const written = await commit(db, [
    db.update(topics).set({ isLeaving: true }).where(inArray(topics.id, topicIds)),
    db.update(topics).set({ isLeaving: false }).where(notInArray(topics.id, topicIds)),
  ]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
