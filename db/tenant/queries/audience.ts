import { and, asc, desc, gt, inArray, isNotNull, lte, max, ne, type SQL, sql } from 'drizzle-orm';
import type { CampaignKind } from '#app/features/campaign/campaign.ts';
import { openStates } from '#app/features/campaign/campaign-moves.ts';
import { bitOf } from '#app/features/campaign/channel-bits.ts';
import type { Conditions } from '#app/features/campaign/conditions.ts';
import { type CampaignChannel, campaignChannels } from '#app/features/campaign/steps.ts';
import { riskBands } from '#app/features/churn/churn.ts';
import type { TenantDb } from '#db/open.ts';
import { audienceLines, audienceRuns, campaignMembers, campaigns } from '../schema/campaign.ts';
import { lines } from '../schema/subscriber.ts';
import type { Place } from './audience-facts.ts';
import { fitsAll, fitsKind } from './audience-filter.ts';

/** Whom a campaign is for; `today`: of the tenant's zone. */
export type AudienceSpec = { id: string; kind: CampaignKind; conditions: Conditions; today: string };

/** The refreshing that was begun last; null: there was none. */
export async function getAudienceRun(db: TenantDb) {
  const [row] = await db.select().from(audienceRuns).orderBy(desc(audienceRuns.id)).limit(1);
  return row ?? null;
}

/** The newest refreshing that came to its end. */
export async function getAudienceAsOf(db: TenantDb) {
  const ended = db.select().from(audienceRuns).where(isNotNull(audienceRuns.endedAt));
  const [row] = await ended.orderBy(desc(audienceRuns.id)).limit(1);
  return row ?? null;
}

/** The last subscriber of the page behind `after`, and how many lines the page has; null: none is left. */
export async function getAudiencePage(db: TenantDb, after: string, size: number) {
  const page = db
    .select({ id: lines.subscriberId })
    .from(lines)
    .where(gt(lines.subscriberId, after))
    .orderBy(asc(lines.subscriberId))
    .limit(size)
    .as('page');
  const [row] = await db.select({ upTo: max(page.id), lines: sql<number>`count(*)` }).from(page);
  return row?.upTo ? { upTo: row.upTo, lines: row.lines } : null;
}

export type AudienceCounts = {
  people: number;
  lines: number;
  /** The sum of what is foretold, per mille, and of how many people anything is. */
  risk: number;
  foretold: number;
  byCarrier: Record<string, number>;
  byBand: Record<string, number>;
  /** People by channel: who can be reached by it, and of those who agreed to advertising. */
  reached: Record<string, number>;
  agreed: Record<string, number>;
};

/**
 * Counts a piece of an audience in one walk. Of a person with several fitting lines one stands for him. People
 * drawn by another campaign whose window is open are left out.
 */
export async function countAudience(
  db: TenantDb,
  spec: AudienceSpec,
  { place, carriers }: { place: Place; carriers: readonly string[] },
): Promise<AudienceCounts> {
  const bands = riskBands.filter((band) => band !== 'low');
  const sums = [
    ...carriers.map((carrier) => sql`count(*) filter (where carrier = ${carrier})`),
    ...bands.map((band) => sql`count(*) filter (where band = ${band})`),
    ...varying.map((channel) => sql`count(*) filter (where reach & ${bitOf(channel)})`),
    ...campaignChannels.map((channel) => sql`count(*) filter (where agreed & ${bitOf(channel)})`),
  ];
  const found = sql`select carrier, band, risk, reach, reach & consents as agreed, count(*) as own from ${audienceLines}
    where ${await fits(db, spec, place)} group by subscriber_id`;
  const [row] = await db.all<{ counted: string }>(
    sql`select json_array(count(*), sum(own), sum(risk), count(risk), ${sql.join(sums, sql`, `)}) as counted
      from (${found})`,
  );
  const counted = JSON.parse(row?.counted ?? '[]') as (number | null)[];
  const [people = 0, ownLines = 0, risk = 0, foretold = 0, ...rest] = counted.map((one) => one ?? 0);
  const values = rest.values();
  const take = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, values.next().value ?? 0]));
  const byCarrier = take(carriers);
  const { high = 0, medium = 0 } = take(bands);
  const everybody = Object.fromEntries(campaignChannels.map((channel) => [channel, people]));
  return {
    people,
    lines: ownLines,
    risk,
    foretold,
    byCarrier,
    byBand: { high, medium, low: foretold - high - medium },
    reached: { ...everybody, ...take(varying) },
    agreed: take(campaignChannels),
  };
}

/** By the others everybody can be reached: he has a number and may sign in. Each sum costs a walk over a million. */
const varying = ['email', 'messenger'] as const satisfies CampaignChannel[];

async function fits(db: TenantDb, { id, kind, conditions, today }: AudienceSpec, place: Place): Promise<SQL> {
  const { subscriberId } = audienceLines;
  const own = and(gt(subscriberId, place.after), lte(subscriberId, place.upTo));
  const others = await listOpenCampaignIds(db, id);
  const isTaken = sql`${subscriberId} in (select subscriber_id from ${campaignMembers}
    where ${inArray(campaignMembers.campaignId, others)} and arm <> 'held-out')`;
  const isFree = others.length === 0 ? undefined : sql`not ${isTaken}`;
  return and(own, fitsKind(kind), fitsAll(conditions, today), isFree) ?? sql`true`;
}

/** Other campaigns whose members are drawn and whose window is not over. */
export async function listOpenCampaignIds(db: TenantDb, exceptId: string): Promise<string[]> {
  const rows = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(inArray(campaigns.state, [...openStates]), ne(campaigns.id, exceptId)));
  return rows.map(({ id }) => id);
}

export type Candidate = Pick<
  typeof audienceLines.$inferSelect,
  | 'subscriberId'
  | 'lineId'
  | 'carrier'
  | 'band'
  | 'risk'
  | 'ownedOn'
  | 'balance'
  | 'fee'
  | 'overdue'
  | 'cases90'
  | 'complaints90'
  | 'failedRequests90'
  | 'lastRating'
  | 'contactedOn'
> & {
  /** Left alone by another campaign whose window is open. */
  isHeldOutElsewhere: boolean;
};

/** The people of a piece of an audience, each by the fitting line that is most at risk. */
export async function listCandidates(db: TenantDb, spec: AudienceSpec, place: Place): Promise<Candidate[]> {
  const others = await listOpenCampaignIds(db, spec.id);
  const known = audienceLines;
  const isHeldOut = sql<boolean>`exists (select 1 from ${campaignMembers} m where m.subscriber_id = ${known.subscriberId}
    and m.arm = 'held-out' and ${inArray(sql`m.campaign_id`, others.length > 0 ? others : [''])})`;
  return db
    .select({
      subscriberId: known.subscriberId,
      lineId: known.lineId,
      carrier: known.carrier,
      band: known.band,
      ownedOn: known.ownedOn,
      balance: known.balance,
      fee: known.fee,
      overdue: known.overdue,
      cases90: known.cases90,
      complaints90: known.complaints90,
      failedRequests90: known.failedRequests90,
      lastRating: known.lastRating,
      contactedOn: known.contactedOn,
      risk: known.risk,
      isHeldOutElsewhere: isHeldOut.mapWith(Boolean),
      // Of a group SQLite gives the other columns from the row that has the maximum.
      most: sql<number>`max(coalesce(${known.risk}, -1))`,
    })
    .from(known)
    .where(await fits(db, spec, place))
    .groupBy(known.subscriberId);
}
