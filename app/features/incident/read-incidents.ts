import { type Actor, can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import {
  countCasesOf,
  getIncident,
  listIncidents,
  listIncidentUpdates,
  listOptionCodes,
  listUngathered,
} from '#db/tenant/queries/incidents.ts';
import { belongsTo, type IncidentMatch } from './incident.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor };
const mostShown = 200;
const chunk = 1000;

export async function readIncidents({ db, actor }: Omit<Reader, 'control'>) {
  const rows = await listIncidents(db, mostShown);
  const incidents = rows.map(({ incident, caseCount }) => ({ ...incident, caseCount }));
  return { incidents, mayWrite: can(actor, 'incident:write') };
}

/** One incident with what was said in it; `null`: it is not here. */
export async function readIncident({ db, control, actor }: Reader, id: string) {
  const incident = await getIncident(db, id);
  if (!incident) return null;
  const rows = await listIncidentUpdates(db, id);
  const names = await namesOf(control, [incident.createdBy, ...rows.map(({ by }) => by)]);
  const updates = rows.map((row) => ({ ...row, author: names[row.by] ?? row.by }));
  const author = names[incident.createdBy] ?? incident.createdBy;
  const mayWrite = can(actor, 'incident:write') && incident.endedAt === null;
  return { incident: { ...incident, author }, updates, caseCount: await countCasesOf(db, id), mayWrite };
}

/** How many open cases an incident would gather now. */
export async function countFitting(db: TenantDb, match: IncidentMatch): Promise<number> {
  let [after, fitting] = ['', 0];
  for (;;) {
    const rows = await listUngathered(db, '', after, chunk);
    for (const row of rows) {
      const optionCodes = match.optionCode && row.lineId ? await listOptionCodes(db, row.lineId) : [];
      if (belongsTo(match, { ...row, optionCodes })) fitting += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return fitting;
    after = last.id;
  }
}
