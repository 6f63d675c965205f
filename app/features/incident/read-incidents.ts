import { setImmediate } from 'node:timers/promises';
import { type Actor, can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import {
  countCasesOf,
  getIncident,
  listIncidents,
  listIncidentUpdates,
  listMatchable,
} from '#db/tenant/queries/incidents.ts';
import { readOptions } from './find-incident.ts';
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

/** How far back it is counted: more open cases than this wait in no incident of one client company. */
const mostLooked = 20_000;

/**
 * How many open cases an incident would gather now, of the newest twenty thousand. `isWhole`: there are no others.
 */
export async function countFitting(db: TenantDb, match: IncidentMatch) {
  let [before, looked, fitting]: [string | null, number, number] = [null, 0, 0];
  while (looked < mostLooked) {
    const rows = await listMatchable(db, before, chunk);
    const optionsOf = await readOptions(db, [match], rows);
    fitting += rows.filter((row) => belongsTo(match, { ...row, optionCodes: optionsOf(row) })).length;
    looked += rows.length;
    before = rows.at(-1)?.id ?? null;
    if (rows.length < chunk) return { count: fitting, isWhole: true };
    await setImmediate();
  }
  return { count: fitting, isWhole: false };
}
