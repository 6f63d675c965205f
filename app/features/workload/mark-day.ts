import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getMarkedDay } from '#db/tenant/queries/workload.ts';
import { markedDays } from '#db/tenant/schema/workload.ts';
import { foretellAgain } from './foretell-again.ts';
import { dayKinds } from './marked-day.ts';
import { WorkQueue } from './work-queue.ts';
import type { WorkloadRefusal } from './workload-refusal.ts';

type Desk = { db: TenantDb; actor: Actor; now: Date };

/** `queue` empty: every one. */
export const MarkInput = z.strictObject({
  on: z.iso.date({ error: 'date' }),
  queue: z.union([z.literal(''), WorkQueue]),
  kind: z.enum(dayKinds),
  note: z.string().trim().max(200, { error: 'long' }),
});

/** Says that a day is, was or will be unlike others; what is to come is foretold anew by it. */
export async function markDay(
  { db, actor, now }: Desk,
  { note, ...mark }: z.infer<typeof MarkInput>,
): Promise<Result<{ id: string }, WorkloadRefusal>> {
  if (!can(actor, 'workload:write')) return refuse({ code: 'forbidden', action: 'workload:write' });
  const id = uuid();
  const made = { id, ...mark, note: note || null, markedBy: actor.userId, markedAt: now };
  const again = await foretellAgain(db, now);
  const written = await commit(db, [db.insert(markedDays).values(made), ...again]);
  return written.ok ? ok({ id }) : refuse({ code: 'day-marked', on: mark.on });
}

/** Takes back what somebody marked. */
export async function unmarkDay(
  { db, actor, now }: Desk,
  id: string,
): Promise<Result<{ id: string }, WorkloadRefusal>> {
  if (!can(actor, 'workload:write')) return refuse({ code: 'forbidden', action: 'workload:write' });
  if (!(await getMarkedDay(db, id))) return refuse({ code: 'mark-not-found' });
  await commit(db, [db.delete(markedDays).where(eq(markedDays.id, id)), ...(await foretellAgain(db, now))]);
  return ok({ id });
}
