import type { TenantDb } from '#db/open.ts';
import {
  listCampaignNotes,
  listProofs,
  listStartedCampaigns,
  type MeasuredCampaign,
  sumCampaignCosts,
  tallyMembers,
} from '#db/tenant/queries/campaign-proof.ts';
import { measureOf } from './campaign-proof.ts';
import { measureProof, type Proof } from './measure-proof.ts';
import { type Spent, spentOn } from './spent.ts';

const mostCampaigns = 200;

/** A campaign that was tried; `proof` null: its window is not over. */
export type Tried = Pick<MeasuredCampaign, 'id' | 'name' | 'kind' | 'windowDays'> & {
  from: string;
  until: string;
  treated: number;
  spent: Spent;
  proof: Proof | null;
};

/** What was tried and what it caused, the newest first. */
export async function readTried(db: TenantDb): Promise<Tried[]> {
  const campaigns = await listStartedCampaigns(db, mostCampaigns);
  const ids = campaigns.map(({ id }) => id);
  if (ids.length === 0) return [];
  const tallies = Map.groupBy(await tallyMembers(db, ids), ({ wave }) => wave);
  const costs = await sumCampaignCosts(db, ids);
  const measured = new Set((await listProofs(db, ids)).map(({ campaignId }) => campaignId));
  return campaigns.map((campaign) => {
    const { id, name, kind, windowDays, measuredFrom, measuredUntil } = campaign;
    const own = tallies.get(id) ?? [];
    const spent = spentOn(campaign, costs);
    const treated = own.reduce((sum, { arm, members }) => sum + (arm === 'treated' ? members : 0), 0);
    const proof = measured.has(id) ? measureProof(own, measureOf(kind), spent.kopecks) : null;
    const window = { from: measuredFrom ?? '', until: measuredUntil ?? '' };
    return { id, name, kind, windowDays, ...window, treated, spent, proof };
  });
}

/** The learning log: what was tried, what it caused, and what managers wrote about it. */
export async function readLearned(db: TenantDb) {
  const tried = await readTried(db);
  const ids = tried.map(({ id }) => id);
  const notes = Map.groupBy(ids.length > 0 ? await listCampaignNotes(db, ids) : [], (one) => one.campaignId);
  return tried.map((one) => ({
    ...one,
    notes: (notes.get(one.id) ?? []).map(({ id, text, at }) => ({ id, text, at })),
  }));
}
export type Learned = Awaited<ReturnType<typeof readLearned>>;
