import type { Season } from '#app/features/points/season.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listPaces } from '#db/tenant/queries/quality-boards.ts';
import { formLeagues } from './leagues.ts';

/** Who competes with whom may be so old; points and places never are. */
const keptMs = 60_000;
const mostAgents = 20_000;

type Kept = { seasonId: string; until: number; leagues: Promise<string[][]> };
const keptOf = new WeakMap<TenantDb, Kept>();

/**
 * The leagues of a season: every agent who has points in it, by what each had in the season before; in the first one by
 * what he has in this. Counted once a minute, for with thousands of agents that is the dear part of a board. Leads and managers have their points, but do not compete with those they lead.
 */
export function readLeagues(
  { db, control, now }: { db: TenantDb; control: ControlDb; now: Date },
  season: Season,
  before: Season | undefined,
): Promise<string[][]> {
  const kept = keptOf.get(db);
  if (kept?.seasonId === season.id && now.getTime() < kept.until) return kept.leagues;
  const periods = { current: `season:${season.id}`, pace: `season:${(before ?? season).id}` };
  const leagues = listCompeting(db, control, periods).then(formLeagues);
  keptOf.set(db, { seasonId: season.id, until: now.getTime() + keptMs, leagues });
  // What failed is asked for again.
  leagues.catch(() => keptOf.delete(db));
  return leagues;
}

async function listCompeting(db: TenantDb, control: ControlDb, periods: { current: string; pace: string }) {
  const agents = new Set(await listPeopleOf(control, db.tenantId, ['agent']));
  return (await listPaces(db, periods, mostAgents)).filter(({ agentId }) => agents.has(agentId));
}
