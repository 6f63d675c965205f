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
    detail: writeDetail(detail),
  }));
}

function writeDetail(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return '';
  const words = Object.entries(detail).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return words.join(', ').replaceAll('"', '');
}
