import { and, eq, sql } from 'drizzle-orm';
import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import { columns, rowsFrom } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import {
  type AudienceSpec,
  type Candidate,
  getAudiencePage,
  listCandidates,
} from '#db/tenant/queries/audience.ts';
import { refreshAudience } from '#db/tenant/queries/audience-facts.ts';
import { type CampaignRow, getCampaign, getHoldout, listStrata } from '#db/tenant/queries/campaigns.ts';
import { campaignMembers, campaigns } from '#db/tenant/schema/campaign.ts';
import type { CampaignArm } from './campaign.ts';
import { moveCampaign } from './campaign-desk.ts';
import { controlQuotas, drawOf, type Holdout, isHeldOut, stratumOf } from './draw.ts';
import { asOf } from './refresh-audience.ts';

/** Lines looked at, and members written, in one batch: while it is written nobody is answered. */
const pageLines = 1000;
const pageMembers = 2000;

export type DrawDesk = { db: TenantDb; now(): Date; timeZone: string };

/**
 * Goes on with drawing an audience from where it is: first who fits is taken, page by page with the cursor in the
 * same batch, then those with the lowest draws of each stratum become control. Of a campaign that was put back to
 * the draft the members are taken out. `over`: nothing is left to do.
 */
export async function drawPages(
  desk: DrawDesk,
  campaignId: string,
  mostPages: number,
): Promise<'over' | 'more' | 'unknown'> {
  for (let pages = 0; pages < mostPages; pages += 1) {
    const campaign = await getCampaign(desk.db, campaignId);
    if (!campaign) return 'unknown';
    if (!(await drawPage(desk, campaign))) return 'over';
  }
  return 'more';
}

async function drawPage(desk: DrawDesk, campaign: CampaignRow): Promise<boolean> {
  const { state, drawCursor, frozenAt } = campaign;
  if (state === 'draft') return removeSome(desk.db, campaign.id);
  if (state !== 'freezing' || !frozenAt) return false;
  if (drawCursor === '' && (await removeSome(desk.db, campaign.id))) return true;
  return drawCursor === null
    ? drawSome(desk, campaign)
    : takeSome(desk, { ...campaign, drawCursor, frozenAt });
}

async function removeSome(db: TenantDb, campaignId: string): Promise<boolean> {
  const some = sql`${campaignMembers.campaignId} = ${campaignId} and ${campaignMembers.subscriberId} in
    (select subscriber_id from ${campaignMembers} where campaign_id = ${campaignId} limit ${pageMembers})`;
  const written = await commit(db, [db.delete(campaignMembers).where(some)]);
  return written.ok && (written.results[0]?.rowsAffected ?? 0) > 0;
}

type Freezing = CampaignRow & { drawCursor: string; frozenAt: Date };

/** Takes whoever of the next page fits now: each person is looked at once. */
async function takeSome({ db, now, timeZone }: DrawDesk, campaign: Freezing): Promise<true> {
  const { id, drawCursor, version } = campaign;
  const isSame = and(
    eq(campaigns.id, id),
    eq(campaigns.version, version),
    eq(campaigns.drawCursor, drawCursor),
  );
  const page = await getAudiencePage(db, drawCursor, pageLines);
  if (!page) {
    await commit(db, [db.update(campaigns).set({ drawCursor: null }).where(isSame)]);
    return true;
  }
  const place = { after: drawCursor, upTo: page.upTo };
  await commit(db, refreshAudience(db, place, asOf(now(), timeZone)));
  const today = dateAt(campaign.frozenAt.getTime(), timeZone);
  const found = await listCandidates(db, specOf(campaign, today), place);
  const rows = rowsFrom(found.map(memberRow(campaign.salt, await getHoldout(db, today), today)));
  const isOurs = sql`exists (select 1 from ${campaigns} where ${isSame})`;
  await commit(db, [
    // Whoever was faster has moved the cursor, or thawed it: then nobody is taken.
    db
      .insert(campaignMembers)
      .select(sql`select ${id}, ${columns(6)}, value -> 6, 0, 0, null, null, null ${rows} and ${isOurs}`),
    db.update(campaigns).set({ drawCursor: page.upTo }).where(isSame),
  ]);
  return true;
}

function specOf({ id, kind, conditions }: CampaignRow, today: string): AudienceSpec {
  return { id, kind, conditions, today };
}

/** Subscriber, line, arm, draw, stratum, risk and what else is known. */
function memberRow(salt: string, holdout: Holdout | null, today: string) {
  return (one: Candidate) => {
    const { subscriberId, lineId, isHeldOutElsewhere } = one;
    const isAlone = isHeldOutElsewhere || isHeldOut(holdout, subscriberId, today);
    const arm: CampaignArm = isAlone ? 'held-out' : 'treated';
    const risk = one.risk === null ? null : one.risk / 1000;
    return [subscriberId, lineId, arm, drawOf(salt, subscriberId), stratumOf(one), risk, knownOf(one, today)];
  };
}

/** In the order of `knownNumbers`. */
function knownOf(one: Candidate, today: string) {
  const { risk, balance, fee, overdue, cases90, complaints90, failedRequests90, lastRating } = one;
  const days = (on: string | null) => (on ? daysBetween(on, today) : null);
  return {
    numbers: [
      ...[
        risk === null ? null : risk / 1000,
        days(one.ownedOn),
        balance,
        fee,
        overdue,
        cases90,
        complaints90,
      ],
      ...[failedRequests90, lastRating, days(one.contactedOn)],
    ],
    carrier: one.carrier,
  };
}

/** Gives some of the lowest draws of a stratum that lacks control to it; false: all have theirs. */
async function drawSome({ db, now }: DrawDesk, campaign: CampaignRow): Promise<boolean> {
  const strata = await listStrata(db, campaign.id);
  const quotas = controlQuotas(strata, campaign.controlPercent);
  const short = strata.find(({ name, control }) => control < (quotas.get(name) ?? 0));
  if (!short) {
    await moveCampaign(db, campaign, 'drawn', { set: {}, now: now() });
    return false;
  }
  const wanted = Math.min((quotas.get(short.name) ?? 0) - short.control, pageMembers);
  const { campaignId, subscriberId } = campaignMembers;
  const lowest = sql`(select subscriber_id from ${campaignMembers} where campaign_id = ${campaign.id}
    and stratum = ${short.name} and arm = 'treated' order by draw, subscriber_id limit ${wanted})`;
  const isLowest = and(eq(campaignId, campaign.id), sql`${subscriberId} in ${lowest}`);
  await commit(db, [db.update(campaignMembers).set({ arm: 'control' }).where(isLowest)]);
  return true;
}
