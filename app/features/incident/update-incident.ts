import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { getIncident } from '#db/tenant/queries/incidents.ts';
import { incidents, incidentUpdates } from '#db/tenant/schema/incident.ts';
import type { IncidentRefusal } from './incident-refusal.ts';

export const UpdateInput = z.strictObject({
  body: z.string().trim().min(3, 'short').max(4000, 'long'),
  /** The trouble is over: the cases are solved with this word. */
  isLast: z.boolean(),
});

/** One word to everybody whose case the incident holds, each in his own channel; a worker spreads it. */
export async function updateIncident(
  { db, actor, now }: CaseDesk,
  input: z.infer<typeof UpdateInput> & { incidentId: string },
): Promise<Result<{ updateId: string }, IncidentRefusal>> {
  if (!can(actor, 'incident:write')) return refuse({ code: 'forbidden', action: 'incident:write' });
  const incident = await getIncident(db, input.incidentId);
  if (!incident) return refuse({ code: 'incident-not-found' });
  if (incident.endedAt) return refuse({ code: 'incident-over' });
  const id = uuid();
  const end = { endedAt: input.isLast ? now : null, version: incident.version + 1 };
  const isUnchanged = and(eq(incidents.id, incident.id), eq(incidents.version, incident.version));
  const work = { queue: 'incident-update', payload: { updateId: id }, gate: 'incident-update', dueAt: now };
  const written = await commit(
    db,
    [
      db.insert(incidentUpdates).values({ id, ...input, by: actor.userId, at: now }),
      db.update(incidents).set(end).where(isUnchanged),
      callFor(db, { ...work, lane: 'bulk' }, now),
    ],
    [{ topic: 'incident', id: incident.id }],
  );
  return written.ok ? ok({ updateId: id }) : refuse({ code: 'conflict' });
}
