import { asc, eq, sql } from 'drizzle-orm';
import type { CampaignArm, CampaignKind } from '#app/features/campaign/campaign.ts';
import type { Conditions } from '#app/features/campaign/conditions.ts';
import { controlQuotas, drawOf, stratumOf } from '#app/features/campaign/draw.ts';
import { readyMade } from '#app/features/campaign/ready-made.ts';
import { openMeasuring } from '#app/features/campaign-proof/open-measuring.ts';
import { type OutcomeWork, settleOutcomes } from '#app/features/campaign-proof/settle-outcomes.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import { columns, rowsFrom, textsIn } from '#db/json-rows.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { finishWork } from '#db/tenant/queries/outbox.ts';
import { campaignActions, campaignMembers, campaigns } from '#db/tenant/schema/campaign.ts';
import { campaignNotes } from '#db/tenant/schema/campaign-proof.ts';
import { departures, lineLives } from '#db/tenant/schema/churn.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { type SeededCampaign, seededCampaigns } from './campaign-plans.ts';
import { createDraws, type Draws } from './draws.ts';
import { planId, type TenantPlan } from './plan.ts';

const dayMs = 86_400_000;
const newDays = 200;

type Person = { subscriberId: string; lineId: string; carrier: string; days: number; cases: number };
type Member = Person & { arm: CampaignArm; draw: number; stratum: string; risk: number; reached: boolean };

/** Campaigns over the lives there are: of each how it went, and of a draft what it is meant to be. After churn. */
export async function seedCampaigns(
  { db, control }: { db: TenantDb; control: ControlDb },
  plan: TenantPlan,
  managerId: string,
  now: Date,
): Promise<void> {
  const draws = createDraws(plan.seed + 7000);
  for (const [place, campaign] of seededCampaigns.entries()) {
    const id = planId(plan, 'model', plan.clock, 200 + place);
    const on = addDays(dateAt(now.getTime(), plan.timeZone), -campaign.beganDays);
    const written = { id, on, managerId, now, noteId: planId(plan, 'model', now, 210 + place) };
    if (campaign.state === 'draft') {
      await write(db, [storeDraft(db, written, campaign)]);
      continue;
    }
    const members = drawMembers(draws, id, campaign, await listPeople(db, campaign, on));
    await write(db, [
      ...storeCampaign(db, written, campaign),
      ...storeMembers(db, { id, now }, campaign, members),
      ...(await keepSome(db, draws, { on, now }, campaign, members)),
    ]);
  }
  await measure({ db, control }, now);
}

/** Who is there on a date, or was away by then, of one line each. */
function listPeople(db: TenantDb, { carriers, kind, days }: SeededCampaign, on: string): Promise<Person[]> {
  const [least, most] = days;
  const away = sql`(select max(d."on") from departures d
    where d.line_id = l.id and d."on" <= ${on} and (d.returned_on is null or d.returned_on > ${on}))`;
  const since = kind === 'win-back' ? away : sql`case when ${away} is null then v.joined_on end`;
  return db.all<Person>(sql`
    select l.subscriber_id as subscriberId, min(l.id) as lineId, l.carrier as carrier,
      cast(julianday(${on}) - julianday(${since}) as integer) as days,
      (select count(*) from cases c where c.subscriber_id = l.subscriber_id
        and c.created_at between ${Date.parse(on) - 90 * dayMs} and ${Date.parse(on)}) as cases
    from lines l join line_lives v on v.line_id = l.id
    where l.carrier ${textsIn(carriers)} group by l.subscriber_id
    having days between ${least} and ${most} order by l.subscriber_id`);
}

/** As the product draws: within each stratum the lowest places are control. */
function drawMembers(
  draws: Draws,
  id: string,
  { controlPercent }: SeededCampaign,
  people: Person[],
): Member[] {
  const placed = people.map((person) => {
    const risk = Math.min(0.6, 0.04 + 0.2 * Math.max(0, 1 - person.days / 420) + 0.08 * person.cases);
    const band = risk > 0.18 ? 'high' : risk > 0.08 ? 'medium' : 'low';
    const draw = drawOf(id, person.subscriberId);
    return { ...person, risk, draw, stratum: stratumOf({ carrier: person.carrier, band }) };
  });
  const strata = Map.groupBy(placed, ({ stratum }) => stratum);
  const sizes = [...strata].map(([name, own]) => ({ name, people: own.length }));
  const quotas = controlQuotas(sizes, controlPercent);
  return [...strata].flatMap(([stratum, own]) =>
    own
      .toSorted((a, b) => a.draw - b.draw)
      .map((one, place): Member => {
        const arm = place < (quotas.get(stratum) ?? 0) ? 'control' : 'treated';
        return { ...one, arm, reached: arm === 'treated' && draws.chance(0.66) };
      }),
  );
}

type Written = { id: string; on: string; managerId: string; now: Date; noteId: string };

/** What was planned, as it is until it is frozen. */
function rowOf({ id, managerId, now }: Written, campaign: SeededCampaign) {
  const { name, kind, beganDays, windowDays, controlPercent, pool } = campaign;
  const at = new Date(now.getTime() - (beganDays + 1) * dayMs);
  const plan = {
    ...readyMade[kind],
    name,
    kind,
    conditions: conditionsOf(campaign),
    controlPercent,
    windowDays,
  };
  return { ...plan, ...(pool && { pool }), id, salt: id, createdBy: managerId, createdAt: at, changedAt: at };
}

const monthDays = 30.44;

function conditionsOf({ kind, carriers, days: [least, most] }: SeededCampaign): Conditions {
  const [from, to] = [least, most].map((days) => Math.floor(days / monthDays));
  const tenure: Conditions = [
    { field: 'tenure-months', is: 'at-least', value: from ?? 0 },
    { field: 'tenure-months', is: 'at-most', value: to ?? 0 },
  ];
  const away = readyMade[kind].conditions.filter(({ field }) => field === 'days-since-left');
  return [
    ...(kind === 'win-back' ? away : tenure),
    { field: 'carrier', is: 'any-of', values: [...carriers] },
  ];
}

function storeDraft(db: TenantDb, written: Written, campaign: SeededCampaign): Statement {
  return db.insert(campaigns).values({ ...rowOf(written, campaign), state: 'draft', version: 1 });
}

function storeCampaign(db: TenantDb, written: Written, campaign: SeededCampaign): Statement[] {
  const { id, on, managerId, now, noteId } = written;
  const { state, beganDays, windowDays, note } = campaign;
  const row = rowOf(written, campaign);
  const startedAt = new Date(now.getTime() - beganDays * dayMs);
  const measuredUntil = addDays(on, windowDays - 1);
  const times = { frozenAt: row.createdAt, startedAt, changedAt: startedAt, measuredFrom: on, measuredUntil };
  const at = new Date(Date.parse(measuredUntil) + 2 * dayMs);
  return [
    db.insert(campaigns).values({ ...row, state, version: 4, ...times }),
    ...(note
      ? [db.insert(campaignNotes).values({ id: noteId, campaignId: id, text: note, by: managerId, at })]
      : []),
  ];
}

/** All steps of the finished ones are behind their members; of the one that runs the first. */
function storeMembers(
  db: TenantDb,
  { id, now }: { id: string; now: Date },
  { kind, state, beganDays }: SeededCampaign,
  members: readonly Member[],
): Statement[] {
  const began = now.getTime() - beganDays * dayMs;
  const isOver = state === 'finished';
  const next = isOver ? null : now.getTime() + 5 * dayMs;
  const rows = members.map((one) => [
    ...[one.subscriberId, one.lineId, one.arm, one.draw, one.stratum, one.risk],
    ...[one.reached ? began + dayMs : null, knownOf(one), one.arm === 'treated' ? next : null],
  ]);
  const [step, ended] = [isOver ? 2 : 1, isOver ? 'steps-over' : null];
  const member = db.insert(campaignMembers).select(
    db
      .select({
        campaignId: sql<string>`${id}`.as('campaign_id'),
        subscriberId: sql<string>`value ->> 0`.as('subscriber_id'),
        lineId: sql<string>`value ->> 1`.as('line_id'),
        arm: sql<CampaignArm>`value ->> 2`.as('arm'),
        draw: sql<number>`value ->> 3`.as('draw'),
        stratum: sql<string>`value ->> 4`.as('stratum'),
        riskAtFreeze: sql<number>`value ->> 5`.as('risk_at_freeze'),
        knownAtFreeze: sql<null>`value -> 7`.as('known_at_freeze'),
        step: sql<number>`${step}`.as('step'),
        nextAt: sql<Date>`value ->> 8`.as('next_at'),
        endedWhy: sql<string>`${ended}`.as('ended_why'),
        reachedAt: sql<Date>`value ->> 6`.as('reached_at'),
        outcome: sql<number>`null`.as('outcome'),
      })
      .from(sql`json_each(${JSON.stringify(rows)})`),
  );
  return [member, storeActions(db, id, members, { began, kind, steps: isOver ? 2 : 1 })];
}

/** In the order of `knownNumbers`. */
function knownOf({ risk, days, cases, carrier }: Member) {
  return { numbers: [risk, days, null, null, null, cases, null, null, null, null], carrier };
}

/** To be left alone is a deed that is kept as well. */
function storeActions(
  db: TenantDb,
  id: string,
  members: readonly Member[],
  { began, kind, steps }: { began: number; kind: CampaignKind; steps: number },
): Statement {
  const rows = members.flatMap(({ subscriberId, arm, reached }) => {
    const first = arm === 'treated' ? [kind === 'win-back' ? 'call' : 'message', null] : ['nothing', arm];
    const second =
      arm !== 'treated' ? ['nothing', arm] : reached ? ['nothing', 'reached-before'] : ['call', null];
    return [first, second]
      .slice(0, steps)
      .map((deed, step) => [id, subscriberId, step, ...deed, began + step * 5 * dayMs]);
  });
  return db.insert(campaignActions).select(sql`select ${columns(6)} ${rowsFrom(rows)}`);
}

/** Whom a campaign that works kept: he never left, and is here today. */
async function keepSome(
  db: TenantDb,
  draws: Draws,
  { on, now }: { on: string; now: Date },
  { kept, windowDays }: SeededCampaign,
  members: readonly Member[],
): Promise<Statement[]> {
  if (kept[0] === 0) return [];
  const treated = new Map(members.filter(({ arm }) => arm === 'treated').map((one) => [one.lineId, one]));
  const until = addDays(on, windowDays - 1);
  const left = await db
    .select({ id: departures.id, lineId: departures.lineId })
    .from(departures)
    .where(
      sql`${departures.on} between ${on} and ${until} and ${departures.lineId} ${textsIn([...treated.keys()])}`,
    )
    .orderBy(asc(departures.id));
  const stayed = left.filter(({ lineId }) => {
    const isNew = (treated.get(lineId)?.days ?? 0) < newDays;
    return draws.chance((isNew ? kept[0] : kept[1]) / 100);
  });
  const [ids, lineIds] = [stayed.map(({ id }) => id), stayed.map(({ lineId }) => lineId)];
  const lastActiveOn = addDays(now.toISOString().slice(0, 10), -1);
  return [
    db.delete(departures).where(sql`${departures.id} ${textsIn(ids)}`),
    db
      .update(lineLives)
      .set({ lastActiveOn })
      .where(sql`${lineLives.lineId} ${textsIn(lineIds)}`),
  ];
}

/** The windows that are over are measured by the product itself. */
async function measure({ db, control }: { db: TenantDb; control: ControlDb }, now: Date): Promise<void> {
  await openMeasuring(db, now, control);
  for (;;) {
    const [work] = await db.select().from(outbox).where(eq(outbox.queue, 'campaign-proof')).limit(1);
    if (!work) return;
    const ending = finishWork(db, [work.id]);
    await settleOutcomes({ db, now, ending }, work.payload as OutcomeWork);
  }
}

async function write(db: TenantDb, statements: Statement[]): Promise<void> {
  const written = await commit(db, statements);
  if (!written.ok) throw new Error(`Campaigns are there already: ${written.conflict} is taken.`);
}
