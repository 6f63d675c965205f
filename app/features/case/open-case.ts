import { findIncident } from '#app/features/incident/find-incident.ts';
import type { TenantDb } from '#db/open.ts';
import { writeCaseChange } from './write-case-change.ts';
import { type NewCase, writeNewCase } from './write-new-case.ts';

/** The statements that open a case, which joins the trouble of many that it is part of. */
export async function openCase(db: TenantDb, input: NewCase, { actor, at }: { actor: string; at: Date }) {
  const opened = writeNewCase(db, input, { actor, at });
  const incident = await findIncident(db, opened.row);
  if (!incident) return opened;
  const note = { incident: incident.number, treatment: incident.slaTreatment };
  const change = { event: 'incident-joined', note, set: { incidentId: incident.id } };
  const joined = writeCaseChange(db, opened.row, change, { by: 'worker', actor: 'worker', at });
  if (!joined.ok) return opened;
  return { row: joined.changed, statements: [...opened.statements, ...joined.statements] };
}
