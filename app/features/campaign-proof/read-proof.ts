import { type Actor, can } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import {
  countCorrections,
  getMeasuredCampaign,
  listCampaignNotes,
  listProofs,
  listWaves,
  type MeasuredCampaign,
  sumCampaignCosts,
  tallyMembers,
} from '#db/tenant/queries/campaign-proof.ts';
import { areWaves, measureOf, type Tally } from './campaign-proof.ts';
import { measureProof, type Proof } from './measure-proof.ts';
import { readStrata } from './read-strata.ts';
import { spentOn } from './spent.ts';

export type ProofReader = { db: TenantDb; actor: Actor };

/** Everything on the page of what a campaign caused; null: there is no such campaign, or it was not begun. */
export async function readProof({ db, actor }: ProofReader, campaignId: string) {
  const campaign = await getMeasuredCampaign(db, campaignId);
  if (!campaign?.measuredFrom || !campaign.measuredUntil) return null;
  const [own, costs, proofs] = [
    await tallyMembers(db, [campaignId]),
    await sumCampaignCosts(db, [campaignId]),
    await listProofs(db, [campaignId]),
  ];
  const measure = measureOf(campaign.kind);
  const [stored] = proofs;
  const spent = spentOn(campaign, costs);
  return {
    campaign: headOf(campaign),
    measure,
    spent,
    people: peopleOf(own),
    // Whoever looks before the window is over sees chance at work, and stops or goes on by it.
    proof: stored ? measureProof(own, measure, spent.kopecks) : null,
    strata: stored ? readStrata(own, measure) : [],
    pooled: stored && campaign.pool ? await readPool(db, campaign, campaign.pool) : null,
    ranking: stored?.ranking ?? null,
    corrections: await countCorrections(db, campaignId),
    notes: (await listCampaignNotes(db, [campaignId])).map(({ id, text, at }) => ({ id, text, at })),
    mayWrite: can(actor, 'campaign:write'),
  };
}
export type ProofView = NonNullable<Awaited<ReturnType<typeof readProof>>>;

function headOf({ id, name, kind, state, pool, windowDays, ...campaign }: MeasuredCampaign) {
  const { measuredFrom, measuredUntil, controlPercent } = campaign;
  const [from, until] = [measuredFrom ?? '', measuredUntil ?? ''];
  return { id, name, kind, state, pool, windowDays, controlPercent, from, until };
}

/** Everybody who was drawn, whatever became of it. */
function peopleOf(tallies: readonly Tally[]) {
  const sum = (arm: Tally['arm'], of: 'members' | 'reached' | 'happened') =>
    tallies.filter((one) => one.arm === arm).reduce((all, one) => all + one[of], 0);
  return {
    treated: sum('treated', 'members'),
    reached: sum('treated', 'reached'),
    control: sum('control', 'members'),
    heldOut: { members: sum('held-out', 'members'), happened: sum('held-out', 'happened') },
  };
}

export type Wave = { id: string; name: string; from: string; proof: Proof };

/** The waves of one idea, each by itself and all together; null: this is the only one that is measured. */
async function readPool(db: TenantDb, asked: MeasuredCampaign, pool: string) {
  const begun = (await listWaves(db, pool)).filter((one) => areWaves(asked, one));
  const ids = begun.map(({ id }) => id);
  const measured = new Set((await listProofs(db, ids)).map(({ campaignId }) => campaignId));
  const campaigns = begun.filter(({ id }) => measured.has(id));
  if (campaigns.length < 2) return null;
  const measure = measureOf(asked.kind);
  const tallies = await tallyMembers(
    db,
    campaigns.map(({ id }) => id),
  );
  const costs = await sumCampaignCosts(db, ids);
  const kopecksOf = (campaign: MeasuredCampaign) => spentOn(campaign, costs).kopecks;
  const waves = campaigns.map((campaign): Wave => {
    const own = tallies.filter(({ wave }) => wave === campaign.id);
    const { id, name, measuredFrom } = campaign;
    return {
      id,
      name,
      from: measuredFrom ?? '',
      proof: measureProof(own, measure, kopecksOf(campaign)),
    };
  });
  const kopecks = campaigns.reduce((sum, campaign) => sum + kopecksOf(campaign), 0);
  return { waves, proof: measureProof(tallies, measure, kopecks) };
}
