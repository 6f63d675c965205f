import type { AuditRow } from '#db/control/queries/audit.ts';
import { listPeople } from '#db/control/queries/people.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { ControlDb } from '#db/open.ts';

/** Audit rows with names instead of ids, where the id is still somebody's; `null` where a name adds nothing. */
export async function nameSubjects(control: ControlDb, rows: readonly AuditRow[]) {
  const people = new Map((await listPeople(control)).map(({ id, name }) => [id, name]));
  const tenants = new Map((await listTenants(control)).map(({ id, name }) => [id, name]));
  return rows.map(({ id, at, actorId, tenantId, action, subject, detail }) => ({
    id,
    at,
    actor: people.get(actorId) ?? actorId,
    action,
    subject: subject === actorId ? null : (people.get(subject) ?? null),
    tenant: tenantId === null ? null : (tenants.get(tenantId) ?? tenantId),
    detail: partsOf(detail),
  }));
}

/** What was said of it, by name; what says nothing is left out. */
function partsOf(detail: unknown): [string, unknown][] {
  if (typeof detail !== 'object' || detail === null) return [];
  return Object.entries(detail).filter(([, value]) => !isNothing(value));
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
