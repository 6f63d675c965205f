import { can } from '#app/features/access/can.ts';
import { leavingReasons } from '#app/features/churn/churn.ts';
import { churnReasonCodes } from '#app/features/churn/churn-reasons.ts';
import { russianZones } from '#app/features/outreach/russian-zones.ts';
import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listCatalogueChoices } from '#db/tenant/queries/audience-choices.ts';
import { countCalls, countDeeds, countMessages, countReached } from '#db/tenant/queries/campaign-progress.ts';
import { listOfferWordings } from '#db/tenant/queries/campaign-steps.ts';
import { type CampaignRow, countSides, getCampaign } from '#db/tenant/queries/campaigns.ts';
import { listCurrentOffers } from '#db/tenant/queries/offers.ts';
import { movesFrom } from './campaign-moves.ts';
import type { ChoiceField } from './conditions.ts';
import type { CampaignReader } from './read-campaigns.ts';

export type CampaignView = NonNullable<Awaited<ReturnType<typeof readCampaign>>>;
export type Choice = { value: string; label: string };

/** One campaign: its plan, what may be done with it and how far it is; null: there is none. */
export async function readCampaign(
  { db, actor, now, timeZone }: CampaignReader,
  id: string,
  carriers: readonly Choice[],
) {
  const campaign = await getCampaign(db, id);
  if (!campaign) return null;
  const { salt: _salt, drawCursor, ...plan } = campaign;
  const mayWrite = can(actor, 'campaign:write');
  const today = dateAt(now.getTime(), timeZone);
  const offers = await listCurrentOffers(db);
  return {
    ...plan,
    isTaking: drawCursor !== null,
    moves: mayWrite ? movesFrom(campaign.state) : [],
    daysLeft: campaign.measuredUntil ? Math.max(daysBetween(today, campaign.measuredUntil) + 1, 0) : null,
    sides: await countSides(db, id),
    progress: await readProgress(db, campaign),
    goneSteps: await listGoneSteps(db, campaign),
    offers: offers.map(({ id: value, name: label }) => ({ value, label })),
    choices: mayWrite ? await readChoices(db, carriers, offers) : null,
  };
}

async function readProgress(db: TenantDb, { id, startedAt }: CampaignRow) {
  if (!startedAt) return null;
  return {
    reached: await countReached(db, id),
    deeds: await countDeeds(db, id),
    messages: await countMessages(db, id),
    calls: await countCalls(db, id),
  };
}

/** Steps whose offer was withdrawn, and nothing took its place. */
async function listGoneSteps(db: TenantDb, { steps }: CampaignRow): Promise<number[]> {
  const wordings = await listOfferWordings(
    db,
    steps.flatMap(({ offerId }) => offerId ?? []),
  );
  return steps.flatMap(({ offerId }, index) => (offerId && !wordings.has(offerId) ? [index] : []));
}

async function readChoices(
  db: TenantDb,
  carriers: readonly Choice[],
  offers: readonly { id: string; name: string }[],
): Promise<Record<ChoiceField, Choice[]>> {
  const { tariffs, options, topics } = await listCatalogueChoices(db);
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return {
    carrier: [...carriers],
    tariff: tariffs,
    option: options,
    topic: topics,
    region: plain(russianZones),
    'left-because': plain(leavingReasons),
    'risk-reason': plain(churnReasonCodes),
    'helped-by': offers.map(({ id: value, name: label }) => ({ value, label })),
  };
}
