import { and, eq, type SQL, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getIncident } from '#db/tenant/queries/incidents.ts';
import { incidents, incidentUpdates } from '#db/tenant/schema/incident.ts';
import type { IncidentRefusal } from './incident-refusal.ts';

export const UpdateInput = z.strictObject({
  body: z.string().trim().min(3, 'short').max(4000, 'long'),
  /** The trouble is over: the cases are solved with this word. */
  isLast: z.boolean(),
  /** The incident as the page showed it: a word sent twice, or over a colleague's, is refused. */
  version: z.int().min(1),
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
  const end = { endedAt: input.isLast ? now : null, version: input.version + 1 };
  const isUnchanged = and(eq(incidents.id, incident.id), eq(incidents.version, input.version));
  const work = { queue: 'incident-update', payload: { updateId: id }, gate: 'incident-update', dueAt: now };
  const written = await commit(
    db,
    [
      insertUpdate(db, { id, ...input, by: actor.userId, at: now }, isUnchanged),
      db.update(incidents).set(end).where(isUnchanged),
      callFor(db, { ...work, lane: 'bulk' }, now),
    ],
    [{ topic: 'incident', id: incident.id }],
  );
  const isWritten = written.ok && written.results[0]?.rowsAffected === 1;
  return isWritten ? ok({ updateId: id }) : refuse({ code: 'conflict' });
}

/** Written only if nobody was faster; the work of an update that is not there does nothing. */
function insertUpdate(
  db: TenantDb,
  said: z.infer<typeof UpdateInput> & { id: string; by: string; at: Date },
  isUnchanged: SQL | undefined,
): Statement {
  const row = db
    .select({
      id: sql`${said.id}`.as('id'),
      incidentId: incidents.id,
      body: sql`${said.body}`.as('body'),
      isLast: sql`${Number(said.isLast)}`.as('is_last'),
      by: sql`${said.by}`.as('by'),
      at: sql`${said.at.getTime()}`.as('at'),
      spreadAt: sql`null`.as('spread_at'),
    })
    .from(incidents)
    .where(isUnchanged);
  return db.insert(incidentUpdates).select(row);
}
