import { type ChurnDefinition, definitionOn } from '#app/features/churn/definition.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import {
  getMeasuredCampaign,
  listAbsences,
  listMemberPage,
  listRankedMembers,
  type MeasuredCampaign,
  type OutcomeChange,
  storeOutcomes,
} from '#db/tenant/queries/campaign-proof.ts';
import { listDefinitions } from '#db/tenant/queries/churn.ts';
import { campaignProofs } from '#db/tenant/schema/campaign-proof.ts';
import { type Measure, measureOf } from './campaign-proof.ts';
import { type Absence, hasHappened, lateFactOf, type Window } from './outcome.ts';
import { rankAside } from './rank-aside.ts';
import type { Ranking } from './ranking.ts';

/** Which campaign is looked at on a date of the tenant's zone, and behind which member. */
export type OutcomeWork = { campaignId: string; on: string; after: string };
type Desk = { db: TenantDb; now: Date; ending: Statement };

const pageSize = 2000;
/** More would teach little and take minutes. */
const mostRanked = 20_000;

/**
 * Stores what became of a page of members: once, and corrected with its reason where something was told late. The page,
 * the call for the next one and the ending are one batch; behind the last page the members are ranked. `false`: its window is not over.
 */
export async function settleOutcomes({ db, now, ending }: Desk, work: OutcomeWork): Promise<boolean> {
  const campaign = await getMeasuredCampaign(db, work.campaignId);
  const window = campaign && windowOf(campaign);
  if (!window || window.until >= work.on) return false;
  const members = await listMemberPage(db, campaign.id, work.after, pageSize);
  const judged = { measure: measureOf(campaign.kind), window, definitions: await listDefinitions(db) };
  const changes = await findChanges(db, members, judged);
  const last = members.length < pageSize ? null : members.at(-1);
  if (last) {
    const next = callForOutcomes(db, { ...work, after: last.subscriberId }, now);
    await commit(db, [...storeOutcomes(db, campaign.id, changes, now), next, ending]);
    return true;
  }
  await commit(db, storeOutcomes(db, campaign.id, changes, now));
  const ranking = await rankCampaign(db, campaign.id, judged.measure);
  await commit(db, [measured(db, campaign.id, ranking, now), ending]);
  return true;
}

export function callForOutcomes(db: TenantDb, payload: OutcomeWork, now: Date): Statement {
  const queue = { queue: 'campaign-proof', gate: 'campaign-proof', lane: 'bulk', dueAt: now } as const;
  return callFor(db, { ...queue, payload }, now);
}

/** The first and the last date of a campaign's window; null: it was never started. */
function windowOf({ measuredFrom, measuredUntil }: MeasuredCampaign): Window | null {
  return measuredFrom && measuredUntil ? { from: measuredFrom, until: measuredUntil } : null;
}

type Judged = { measure: Measure; window: Window; definitions: readonly ChurnDefinition[] };
type Member = Awaited<ReturnType<typeof listMemberPage>>[number];

async function findChanges(
  db: TenantDb,
  members: readonly Member[],
  { measure, window, definitions }: Judged,
): Promise<OutcomeChange[]> {
  const lineIds = members.map(({ lineId }) => lineId);
  const absences = Map.groupBy(await listAbsences(db, lineIds, window.until), ({ lineId }) => lineId);
  return members.flatMap(({ subscriberId, lineId, carrierAccountId, outcome: was }) => {
    // What counts was agreed before the campaign began.
    const { kinds } = definitionOn(definitions, window.from, carrierAccountId);
    const own: Absence[] = (absences.get(lineId) ?? []).filter(({ kind }) => kinds.includes(kind));
    const happened = hasHappened(measure, own, window);
    const outcome = Number(happened);
    if (outcome === was) return [];
    const why = was === null ? null : lateFactOf(measure, happened, own, window);
    return [{ subscriberId, outcome, why }];
  });
}

/** From here on it is shown; a ranking follows what was corrected. */
function measured(db: TenantDb, campaignId: string, ranking: Ranking | null, now: Date): Statement {
  const { campaignId: target } = campaignProofs;
  const kept = { campaignId, measuredAt: now, ranking };
  return db.insert(campaignProofs).values(kept).onConflictDoUpdate({ target, set: { ranking } });
}

async function rankCampaign(db: TenantDb, campaignId: string, measure: Measure): Promise<Ranking | null> {
  const rows = await listRankedMembers(db, campaignId, mostRanked);
  const members = rows.flatMap(({ known, arm, outcome }) =>
    known ? [{ known, treated: arm === 'treated', happened: outcome === 1 }] : [],
  );
  return rankAside(members, measure);
}
