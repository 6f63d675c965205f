import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { counters } from '#db/tenant/schema/desk.ts';
import { incidents } from '#db/tenant/schema/incident.ts';
import { IncidentMatch, slaTreatments } from './incident.ts';
import type { IncidentRefusal } from './incident-refusal.ts';

export const IncidentInput = z.strictObject({
  title: z.string().trim().min(3, 'short').max(120, 'long'),
  banner: z.string().trim().min(3, 'short').max(300, 'long'),
  match: IncidentMatch,
  slaTreatment: z.enum(slaTreatments),
  startedAt: z.coerce.date(),
});
export type IncidentInput = z.infer<typeof IncidentInput>;

/** Declares a trouble of many: its banner shows at once, and the cases that fit are gathered by a worker. */
export async function declareIncident(
  { db, actor, now }: CaseDesk,
  input: IncidentInput,
): Promise<Result<{ id: string }, IncidentRefusal>> {
  if (!can(actor, 'incident:write')) return refuse({ code: 'forbidden', action: 'incident:write' });
  const id = uuid();
  const nextNumber = db
    .insert(counters)
    .values({ name: 'incident', value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } });
  const number = sql<number>`(select value from counters where name = 'incident')`;
  const row = { id, ...input, version: 1, createdBy: actor.userId, createdAt: now };
  const work = { queue: 'incident-gather', payload: { incidentId: id }, gate: 'incident-gather', dueAt: now };
  await commit(
    db,
    [
      nextNumber,
      db.insert(incidents).values({ ...row, number }),
      callFor(db, { ...work, lane: 'interactive' }, now),
    ],
    [{ topic: 'incident', id }],
  );
  return ok({ id });
}
