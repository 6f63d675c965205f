import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { callFor } from '#db/outbox.ts';
import { getIncidentByFormToken, type IncidentRow } from '#db/tenant/queries/incidents.ts';
import { counters } from '#db/tenant/schema/desk.ts';
import { incidents } from '#db/tenant/schema/incident.ts';
import { IncidentMatch, slaTreatments } from './incident.ts';
import type { IncidentRefusal } from './incident-refusal.ts';

export const IncidentInput = z.strictObject({
  /** Made with the form: the same form sent twice declares one incident. */
  formToken: z.uuid(),
  title: z.string().trim().min(3, 'short').max(120, 'long'),
  banner: z.string().trim().min(3, 'short').max(300, 'long'),
  match: IncidentMatch,
  slaTreatment: z.enum(slaTreatments),
  /** `null`: now. */
  startedAt: z.coerce.date().nullable(),
});
export type IncidentInput = z.infer<typeof IncidentInput>;

/**
 * Declares a trouble of many: its banner shows at once, and the cases that fit are gathered by a worker. The
 * same form sent twice declares one.
 */
export async function declareIncident(
  { db, actor, now }: CaseDesk,
  input: IncidentInput,
): Promise<Result<{ id: string }, IncidentRefusal>> {
  if (!can(actor, 'incident:write')) return refuse({ code: 'forbidden', action: 'incident:write' });
  const formHash = hashForm(input);
  const earlier = await getIncidentByFormToken(db, input.formToken);
  if (earlier) return declaredBefore(earlier, formHash);
  const id = uuid();
  const written = await writeIncident({ db, actor, now }, id, input, formHash);
  if (written.ok) return ok({ id });
  const stored = await getIncidentByFormToken(db, input.formToken);
  return stored ? declaredBefore(stored, formHash) : refuse({ code: 'conflict' });
}

function writeIncident({ db, actor, now }: CaseDesk, id: string, input: IncidentInput, formHash: string) {
  const nextNumber = db
    .insert(counters)
    .values({ name: 'incident', value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } });
  const number = sql<number>`(select value from counters where name = 'incident')`;
  const startedAt = input.startedAt ?? now;
  const row = { id, ...input, startedAt, formHash, version: 1, createdBy: actor.userId, createdAt: now };
  const work = { queue: 'incident-gather', payload: { incidentId: id }, gate: 'incident-gather', dueAt: now };
  return commit(
    db,
    [
      nextNumber,
      db.insert(incidents).values({ ...row, number }),
      callFor(db, { ...work, lane: 'interactive' }, now),
    ],
    [{ topic: 'incident', id }],
  );
}

function hashForm({ title, banner, match, slaTreatment, startedAt }: IncidentInput): string {
  const form = [title, banner, Object.entries(match).sort(), slaTreatment, startedAt?.toISOString() ?? null];
  return createHash('sha256').update(JSON.stringify(form)).digest('hex');
}

function declaredBefore(
  { id, formHash }: IncidentRow,
  asked: string,
): Result<{ id: string }, IncidentRefusal> {
  return formHash === asked ? ok({ id }) : refuse({ code: 'form-reused' });
}
