import { type Actor, can } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import { listCalendars, listContractVersions } from '#db/tenant/queries/sla.ts';
import { dateAt } from './wall-clock.ts';

/** The contract as it may be edited: the last version's terms, from today on. */
export async function readContract(
  { db, actor, now }: { db: TenantDb; actor: Actor; now: Date },
  timeZone: string,
) {
  const versions = await listContractVersions(db);
  const calendars = await listCalendars(db);
  return {
    terms: versions.at(-1)?.terms ?? null,
    today: dateAt(now.getTime(), timeZone),
    calendars: calendars.map(({ id, name }) => ({ id, name })),
    mayWrite: can(actor, 'sla:write'),
  };
}
