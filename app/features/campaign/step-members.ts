import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, wallClock } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import { columns, rowsFrom, textsIn } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import { callForAll } from '#db/outbox.ts';
import {
  countCallsByDay,
  listOfferWordings,
  listStepFacts,
  type StepFacts,
} from '#db/tenant/queries/campaign-steps.ts';
import {
  type CampaignRow,
  getCampaign,
  listDueMembers,
  type MemberRow,
} from '#db/tenant/queries/campaigns.ts';
import { getSpeaker } from '#db/tenant/queries/debt-pages.ts';
import { campaignActions, campaignCalls, campaignMembers } from '#db/tenant/schema/campaign.ts';
import { decideStep, type EndedWhy, type StepDecision } from './member-step.ts';
import { spreadCalls } from './spread-calls.ts';
import { fillCampaignText } from './step-words.ts';
import type { CampaignStep } from './steps.ts';

/** Members of one batch. */
const pageSize = 200;
const hourMs = 3_600_000;
/** A step of a later day falls due when the day is under way. */
const morning = 10 * 60;

export type StepDesk = { db: TenantDb; now: Date; tenant: { name: string; timeZone: string } };
type Offers = Awaited<ReturnType<typeof listOfferWordings>>;
type Speaker = { creditor: string; phone: string };
/** What a member's step does, and where it leaves him. */
type Taken = { member: MemberRow; step: CampaignStep; facts: StepFacts; decision: StepDecision };
type Left = { step: number; nextAt: Date | null; endedWhy: EndedWhy | null };

/**
 * Takes the steps that are due of a page of members, in one batch with what they bring about. The key of the deeds
 * lets each step of a member happen once, whoever else does this now. `over`: nobody is due.
 */
export async function stepPage(desk: StepDesk, campaignId: string): Promise<'over' | 'more' | 'unknown'> {
  const { db, now } = desk;
  const campaign = await getCampaign(db, campaignId);
  if (!campaign) return 'unknown';
  if (campaign.state !== 'running') return 'over';
  const members = await listDueMembers(db, campaignId, { now, limit: pageSize });
  if (members.length === 0) return 'over';
  const begun = members.filter((member) => dueOf(campaign, member, desk) <= now);
  const early = members.filter((member) => !begun.includes(member));
  const taken = await decideAll(desk, campaign, begun);
  await commit(db, [
    ...keepDeeds(desk, campaign, taken),
    ...(await keepCalls(desk, campaign, taken)),
    ...(await callContacts(desk, campaign, taken)),
    ...moveMembers(db, campaign.id, [
      ...early.map((member) => ({
        member,
        left: { ...member, nextAt: dueOf(campaign, member, desk), endedWhy: null },
      })),
      ...taken.map((one) => ({ member: one.member, left: leave(desk, campaign, one) })),
    ]),
  ]);
  return 'more';
}

/** The first step counts from the start; whoever was drawn is due from then on. */
function dueOf({ steps, startedAt }: CampaignRow, { step, nextAt }: MemberRow, { tenant }: StepDesk): Date {
  const isDrawn = step === 0 && nextAt?.getTime() === 0;
  return isDrawn && startedAt
    ? dueAfter(startedAt, steps[0]?.afterDays ?? 0, tenant.timeZone)
    : (nextAt ?? new Date(0));
}

function dueAfter(at: Date, days: number, timeZone: string): Date {
  if (days === 0) return at;
  const on = addDays(dateAt(at.getTime(), timeZone), days);
  const from = Date.parse(on);
  return new Date(wallClock(timeZone, { from: from - 24 * hourMs, to: from + 48 * hourMs })(on, morning));
}

async function decideAll(
  { db, now }: StepDesk,
  campaign: CampaignRow,
  members: MemberRow[],
): Promise<Taken[]> {
  const { id, steps, frozenAt } = campaign;
  const ids = members.map(({ subscriberId }) => subscriberId);
  const facts = await listStepFacts(db, { id, frozenAt: frozenAt ?? now, now }, ids);
  const known = new Map(facts.map((one) => [one.subscriberId, one]));
  const offers = await readOffers(db, campaign);
  return members.flatMap((member) => {
    const [own, step] = [known.get(member.subscriberId), steps[member.step]];
    if (!own || !step) return [];
    return [{ member, step, facts: own, decision: decide(campaign, { member, step, own }, offers) }];
  });
}

async function readOffers(db: TenantDb, { steps }: CampaignRow): Promise<Offers> {
  return listOfferWordings(
    db,
    steps.flatMap(({ offerId }) => offerId ?? []),
  );
}

function decide(
  { kind, purpose }: CampaignRow,
  { member, step, own }: { member: MemberRow; step: CampaignStep; own: StepFacts },
  offers: Offers,
): StepDecision {
  const agreed = JSON.parse(own.agreed) as (string | null)[];
  return decideStep(step, {
    arm: member.arm,
    isControlElsewhere: own.isControlElsewhere === 1,
    hasLeft: kind !== 'win-back' && own.isGone === 1,
    hasReturned: kind === 'win-back' && own.isGone === 0,
    isPending: own.isPending === 1,
    isReached: member.reachedAt !== null,
    hasAccepted: own.hasAccepted === 1,
    mayBeTold: purpose !== 'advertising' || agreed.includes(null) || agreed.includes(step.channel),
    hasWithdrawn: purpose === 'advertising' && own.hasWithdrawn === 1,
    hasAddress: hasAddress(step, own),
    isOfferGone: step.offerId !== null && !offers.has(step.offerId),
  });
}

function hasAddress({ channel }: CampaignStep, { hasEmail, hasMessenger }: StepFacts): boolean {
  if (channel === 'email') return hasEmail === 1;
  return channel === 'messenger' ? hasMessenger === 1 : true;
}

function leave({ now, tenant }: StepDesk, campaign: CampaignRow, { member, decision }: Taken): Left {
  if (decision.do === 'wait')
    return { step: member.step, nextAt: new Date(now.getTime() + hourMs), endedWhy: null };
  if (decision.do === 'end') return { step: member.step, nextAt: null, endedWhy: decision.why };
  const step = member.step + 1;
  const next = campaign.steps[step];
  if (!next) return { step, nextAt: null, endedWhy: 'steps-over' };
  const nextAt = dueAfter(now, next.afterDays, tenant.timeZone);
  const isOver = dateAt(nextAt.getTime(), tenant.timeZone) > (campaign.measuredUntil ?? '');
  return isOver ? { step, nextAt: null, endedWhy: 'window-over' } : { step, nextAt, endedWhy: null };
}

function keepDeeds({ db, now }: StepDesk, { id }: CampaignRow, taken: readonly Taken[]): Statement[] {
  const rows = taken.flatMap(({ member, decision }) => {
    if (decision.do !== 'act') return [];
    const why = decision.action === 'nothing' ? decision.why : null;
    return [[member.subscriberId, member.step, decision.action, why]];
  });
  if (rows.length === 0) return [];
  return [
    db.insert(campaignActions).select(sql`select ${id}, ${columns(4)}, ${now.getTime()} ${rowsFrom(rows)}`),
  ];
}

const isAct = (action: string) => (one: Taken) => one.decision.do === 'act' && one.decision.action === action;

/** Tasks for people, spread over the working days to come. */
async function keepCalls({ db, now, tenant }: StepDesk, campaign: CampaignRow, taken: readonly Taken[]) {
  const called = taken.filter(isAct('call'));
  if (called.length === 0) return [];
  const from = dateAt(now.getTime(), tenant.timeZone);
  const clock = wallClock(tenant.timeZone, {
    from: now.getTime() - 24 * hourMs,
    to: now.getTime() + 4000 * hourMs,
  });
  const minuteNow = Math.floor((now.getTime() - clock(from, 0)) / 60_000);
  const days = await countCallsByDay(db, campaign.id, from);
  const slots = spreadCalls(called.length, days, { from, minuteNow, perDay: campaign.callsADay });
  const rows = called.map(({ member }, index) => {
    const { on, minute } = slots[index] ?? { on: from, minute: 0 };
    return [uuid(), campaign.id, member.subscriberId, member.lineId, member.step, on, clock(on, minute)];
  });
  const rest = sql`'open', 1, null, null, null, null, null, null`;
  return [db.insert(campaignCalls).select(sql`select ${columns(7)}, ${rest} ${rowsFrom(rows)}`)];
}

/** The subscriber reads them; he is written to in Russian. */
const subjects = { prevention: 'Для вас', 'win-back': 'Вернуться легко', information: 'Новости связи' };

/** What the queue `outreach-send` is asked to send; the gate decides each of them still. */
async function callContacts({ db, now, tenant }: StepDesk, campaign: CampaignRow, taken: readonly Taken[]) {
  const offers = await readOffers(db, campaign);
  const speaker = (await getSpeaker(db, now)) ?? { creditor: tenant.name, phone: '' };
  const contacts = taken
    .filter((one) => isAct('message')(one) || isAct('offer')(one))
    .map(({ member, step, facts }) => ({
      sendKey: `campaign-${campaign.id}-${member.subscriberId}-${member.step}`,
      subscriberId: member.subscriberId,
      lineId: step.channel === 'sms' ? member.lineId : null,
      campaignId: campaign.id,
      offerId: step.offerId ? (offers.get(step.offerId)?.id ?? null) : null,
      purpose: campaign.purpose,
      channel: step.channel,
      subject: step.channel === 'email' || step.channel === 'cabinet' ? subjects[campaign.kind] : null,
      text: textOf(step, facts, { speaker, offers }),
    }));
  const work = { queue: 'outreach-send', gate: 'outreach-send', lane: 'bulk' as const, dueAt: now };
  return callForAll(db, work, contacts, now);
}

function textOf(
  { text, offerId }: CampaignStep,
  { name, tariff }: StepFacts,
  known: { speaker: Speaker; offers: Offers },
) {
  const offer = offerId ? (known.offers.get(offerId)?.words ?? '') : '';
  return fillCampaignText(text, { name, tariff: tariff ?? '', offer, ...known.speaker });
}

/** Those who are left alike are moved together. */
function moveMembers(
  db: TenantDb,
  campaignId: string,
  moved: { member: MemberRow; left: Left }[],
): Statement[] {
  const groups = Map.groupBy(
    moved,
    ({ left: { step, nextAt, endedWhy } }) => `${step} ${nextAt?.getTime()} ${endedWhy}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { step, nextAt, endedWhy } = first.left;
    const ids = group.map(({ member }) => member.subscriberId);
    const are = and(
      eq(campaignMembers.campaignId, campaignId),
      sql`${campaignMembers.subscriberId} ${textsIn(ids)}`,
    );
    return [db.update(campaignMembers).set({ step, nextAt, endedWhy }).where(are)];
  });
}
