import { and, eq } from 'drizzle-orm';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { writeCaseChange } from '#app/features/case/write-case-change.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { type CaseRow, getCase } from '#db/tenant/queries/cases.ts';
import { getIncident, type IncidentRow, listUngathered } from '#db/tenant/queries/incidents.ts';
import { incidentDetachments } from '#db/tenant/schema/incident.ts';
import { findIncidents } from './find-incident.ts';
import type { IncidentRefusal } from './incident-refusal.ts';
import { writeInPieces } from './write-in-pieces.ts';

const chunk = 500;

/**
 * Joins every open case that fits to its incident. Each is written alone; what lost its race is looked at again.
 */
export async function gatherCases(db: TenantDb, incidentId: string, now: Date): Promise<number> {
  let [after, joined, hasLost] = ['', 0, false];
  for (;;) {
    const rows = await listUngathered(db, incidentId, after, chunk);
    const incidents = await findIncidents(db, rows);
    const incident = incidents.find((one) => one?.id === incidentId);
    const own = rows.filter((_row, place) => incidents[place]?.id === incidentId);
    const author = { by: 'worker' as const, actor: 'worker', at: now };
    const written = incident ? await writeInPieces(own, (row) => join(db, row, incident, author)) : [];
    const gathered = written.filter(Boolean).length;
    joined += gathered;
    hasLost ||= gathered < own.length;
    const last = rows.length < chunk ? undefined : rows.at(-1);
    if (!last && !hasLost) return joined;
    if (!last) hasLost = false;
    after = last?.id ?? '';
  }
}

type Author = Parameters<typeof writeCaseChange>[3];

async function join(
  db: TenantDb,
  row: CaseRow,
  incident: IncidentRow,
  author: Author,
  also: Statement[] = [],
) {
  const note = { incident: incident.number, treatment: incident.slaTreatment };
  const change = { event: 'incident-joined', note, set: { incidentId: incident.id } };
  const written = writeCaseChange(db, row, change, author);
  if (!written.ok) return false;
  const committed = await commit(db, [...written.statements, ...also], [{ topic: 'case', id: row.id }]);
  return committed.ok;
}

/** Joins a case to an incident by hand. */
export async function attachCase(
  { db, actor, now }: CaseDesk,
  input: { incidentId: string; caseId: string },
): Promise<Result<null, IncidentRefusal>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const [row, incident] = [await getCase(db, input.caseId), await getIncident(db, input.incidentId)];
  if (!row) return refuse({ code: 'case-not-found' });
  if (!incident) return refuse({ code: 'incident-not-found' });
  if (incident.endedAt) return refuse({ code: 'incident-over' });
  const author = { by: 'person' as const, actor: actor.userId, at: now };
  const forget = db.delete(incidentDetachments).where(detachment(input));
  return (await join(db, row, incident, author, [forget])) ? ok(null) : refuse({ code: 'conflict' });
}

/** Takes a case out of its incident; it is not gathered again, and is answered by itself. */
export async function detachCase(
  { db, actor, now }: CaseDesk,
  caseId: string,
): Promise<Result<null, IncidentRefusal>> {
  if (!can(actor, 'case:write')) return refuse({ code: 'forbidden', action: 'case:write' });
  const row = await getCase(db, caseId);
  if (!row) return refuse({ code: 'case-not-found' });
  if (!row.incidentId) return refuse({ code: 'incident-not-found' });
  const author = { by: 'person' as const, actor: actor.userId, at: now };
  const change = { event: 'incident-left', set: { incidentId: null } };
  const written = writeCaseChange(db, row, change, author);
  if (!written.ok) return refuse({ code: 'conflict' });
  const out = { incidentId: row.incidentId, caseId };
  const remember = db.insert(incidentDetachments).values(out).onConflictDoNothing();
  const committed = await commit(db, [...written.statements, remember], [{ topic: 'case', id: caseId }]);
  return committed.ok ? ok(null) : refuse({ code: 'conflict' });
}

function detachment({ incidentId, caseId }: { incidentId: string; caseId: string }) {
  return and(eq(incidentDetachments.incidentId, incidentId), eq(incidentDetachments.caseId, caseId));
}
