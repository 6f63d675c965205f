import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getCorrection } from '#db/tenant/queries/workload.ts';
import { workloadCorrections } from '#db/tenant/schema/workload.ts';
import { WorkQueue } from './work-queue.ts';
import type { WorkloadRefusal } from './workload-refusal.ts';

type Desk = { db: TenantDb; actor: Actor; now: Date };

const minute = z
  .number({ error: 'period' })
  .int({ error: 'period' })
  .min(0, { error: 'period' })
  .max(1440, { error: 'period' });
const date = z.iso.date({ error: 'date' });

/** Dates within, both; minutes of the wall clock, from within, to not. */
export const CorrectionInput = z
  .strictObject({
    queue: WorkQueue,
    fromOn: date,
    toOn: date,
    fromMinute: minute,
    toMinute: minute,
    percent: z
      .number({ error: 'change' })
      .int({ error: 'change' })
      .min(-100, { error: 'change' })
      .max(400, { error: 'change' }),
    reason: z.string().trim().min(3, { error: 'short' }).max(200, { error: 'long' }),
  })
  .refine(({ fromOn, toOn }) => fromOn <= toOn, { path: ['toOn'], error: 'later-than' })
  .refine(({ fromMinute, toMinute }) => fromMinute < toMinute, { path: ['toMinute'], error: 'later-than' })
  .refine(({ percent }) => percent !== 0, { path: ['percent'], error: 'change' });

/** Says that more or less will come than is foretold, and why. The forecast itself stays as it was made. */
export async function correctForecast(
  { db, actor, now }: Desk,
  input: z.infer<typeof CorrectionInput>,
): Promise<Result<{ id: string }, WorkloadRefusal>> {
  if (!can(actor, 'workload:write')) return refuse({ code: 'forbidden', action: 'workload:write' });
  const id = uuid();
  await commit(db, [
    db.insert(workloadCorrections).values({ id, ...input, madeBy: actor.userId, madeAt: now }),
  ]);
  return ok({ id });
}

/** Takes a correction back; it is kept with who did. Undone twice it stays undone by the first. */
export async function undoCorrection(
  { db, actor, now }: Desk,
  id: string,
): Promise<Result<{ id: string }, WorkloadRefusal>> {
  if (!can(actor, 'workload:write')) return refuse({ code: 'forbidden', action: 'workload:write' });
  if (!(await getCorrection(db, id))) return refuse({ code: 'correction-not-found' });
  const { id: key, undoneAt } = workloadCorrections;
  const undone = { undoneAt: now, undoneBy: actor.userId };
  await commit(db, [
    db
      .update(workloadCorrections)
      .set(undone)
      .where(and(eq(key, id), isNull(undoneAt))),
  ]);
  return ok({ id });
}
