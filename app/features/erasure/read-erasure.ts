import type { Actor } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getErasable, getErasure, getOpenBusiness, listErasures } from '#db/tenant/queries/erasures.ts';
import { obstaclesOf, sumByKind } from './erasure.ts';

type Desk = { db: TenantDb; control: ControlDb; actor: Actor };

const mostActs = 500;

export type ErasureView = NonNullable<Awaited<ReturnType<typeof readErasure>>>;

/** A person before he is erased: what stands in the way. After it: the act. `null`: there is no such person. */
export async function readErasure({ db, control }: Desk, subscriberId: string) {
  const found = await getErasable(db, subscriberId);
  if (!found) return null;
  if (!found.erasure) {
    const business = await getOpenBusiness(db, subscriberId);
    return { subscriberId, name: found.name, business, obstacles: obstaclesOf(business), act: null };
  }
  const { rows } = (await getErasure(db, found.erasure.id)) ?? { rows: [] };
  const names = await namesOf(control, [found.erasure.by]);
  const { id, ground, paper, askedOn, by, at } = found.erasure;
  const act = { id, ground, paper, askedOn, at, by: names[by] ?? by, counts: sumByKind(rows) };
  return { subscriberId, name: found.name, business: null, obstacles: [], act };
}

/** All acts, the newest first. */
export async function readErasures({ db, control }: Desk) {
  const acts = await listErasures(db, mostActs);
  const names = await namesOf(control, [...new Set(acts.map(({ by }) => by))]);
  return { acts: acts.map((act) => ({ ...act, by: names[act.by] ?? act.by })) };
}
