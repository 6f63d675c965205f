import { namesPeople, type OwnDefinition } from '#app/features/own-report/own-report.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import { getUserByEmail } from '#db/control/queries/people.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';

type Reader = { db: TenantDb; control: ControlDb };

/**
 * Of a report that tells of people one by one, an address that may not be sent it: it is not of somebody who runs the
 * work here now. `null`: everybody may.
 */
export async function findOutsider(
  { db, control }: Reader,
  definition: OwnDefinition,
  addresses: readonly { address: string }[],
): Promise<string | null> {
  if (!namesPeople(definition)) return null;
  const staff = await listPeopleOf(control, db.tenantId, ['lead', 'manager', 'admin']);
  for (const { address } of addresses) {
    const user = await getUserByEmail(control, address);
    if (!user || !staff.includes(user.id)) return address;
  }
  return null;
}
