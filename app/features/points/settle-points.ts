import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { countOnBoards } from '#db/tenant/queries/quality-boards.ts';
import {
  demandSeasonOf,
  getSettledVersion,
  listLastSequences,
  listLiveAwards,
  listPointRules,
  listSeasons,
  listSpanSums,
} from '#db/tenant/queries/quality-points.ts';
import { pointEntries, pointSources } from '#db/tenant/schema/quality.ts';
import { numberEntries, planSettlement } from './plan-settlement.ts';
import type { PointFact } from './points.ts';

export type PointDesk = { db: TenantDb; now: Date; timeZone: string };
export type Settlement = {
  source: { type: string; id: string; version: number };
  /** `null`: nothing of the source counts any more. */
  fact: PointFact | null;
  /** A user id or `worker`. */
  actor: string;
  why: Record<string, unknown>;
};

/** `touched`: whose points of which day have changed. */
export type Settled = {
  isNew: boolean;
  points: number;
  gate: string | null;
  touched: { agentId: string; day: string }[];
};

const mostTries = 8;

/**
 * Settles what a source brings at a version of it, once: taking back what earlier versions brought and awarding
 * anew is one batch. A version that was settled before, or is older than one that was, changes nothing.
 */
export async function settlePoints(
  { db, now, timeZone }: PointDesk,
  { source, fact, actor, why }: Settlement,
): Promise<Result<Settled, { code: 'conflict' }>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const settled = await getSettledVersion(db, source.type, source.id);
    if (settled !== null && settled >= source.version)
      return ok({ isNew: false, points: 0, gate: null, touched: [] });
    const standing = await listLiveAwards(db, source.type, source.id);
    const given = { rules: await listPointRules(db), seasons: await listSeasons(db), timeZone, now };
    const { entries, gate } = planSettlement({ version: source.version, fact, standing }, given);
    const agents = [...new Set(entries.map(({ agentId }) => agentId))];
    const before = {
      raw: await listSpanSums(db, entries),
      sequences: await listLastSequences(db, agents),
    };
    const rows = numberEntries(entries, before).map(({ cap, ...entry }) => ({
      ...entry,
      sourceType: source.type,
      sourceId: source.id,
      recordedAt: now,
      actor,
      why,
    }));
    const booked = given.seasons.flatMap((season) => {
      const days = rows.filter(({ seasonId }) => seasonId === season.id).map(({ day }) => day);
      const last = days.sort().at(-1);
      return last ? [demandSeasonOf(db, season, last)] : [];
    });
    const written = await commit(
      db,
      [
        ...booked,
        db.insert(pointSources).values({ ...source, gate, settledAt: now }),
        ...rows.flatMap((row) => [db.insert(pointEntries).values(row), ...countOnBoards(db, row)]),
      ],
      agents.map((id) => ({ topic: 'points', id })),
    );
    const points = rows.reduce((sum, { applied }) => sum + applied, 0);
    const touched = rows.map(({ agentId, day }) => ({ agentId, day }));
    if (written.ok) return ok({ isNew: true, points, gate, touched });
  }
  return refuse({ code: 'conflict' });
}
