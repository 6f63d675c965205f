import { readBars } from '#app/features/admission/read-bars.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listLoads, listPresences, listProfiles } from '#db/tenant/queries/routing.ts';

/** Everybody who may work on cases here: state, what he has in hand, what he can be given. */
export async function readTeam({ db, control, now }: { db: TenantDb; control: ControlDb; now: Date }) {
  const people = await listColleagues(control, db.tenantId);
  const profiles = new Map((await listProfiles(db)).map((row) => [row.userId, row]));
  const presences = new Map((await listPresences(db)).map((row) => [row.userId, row]));
  const ids = people.map(({ id }) => id);
  const [loads, barsFor] = [await listLoads(db, ids), await readBars(db, ids, now)];
  return people.map(({ id, name }) => ({
    userId: id,
    name,
    profile: profiles.get(id) ?? null,
    barred: barsFor(id).carriers,
    state: presences.get(id)?.state ?? ('offline' as const),
    since: presences.get(id)?.since ?? null,
    load: Object.values(loads.get(id) ?? {}).reduce((sum, n) => sum + n, 0),
  }));
}
export type TeamMember = Awaited<ReturnType<typeof readTeam>>[number];
