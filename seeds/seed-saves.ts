import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm';
import { type LeavingReason, leavingReasons } from '#app/features/churn/churn.ts';
import { clockOf } from '#app/features/save-desk/port-clock.ts';
import { followDays } from '#app/features/save-desk/save-desk.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callForAll } from '#db/outbox.ts';
import { topics } from '#db/tenant/schema/case.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import { offerUses } from '#db/tenant/schema/offer.ts';
import { saveTalks } from '#db/tenant/schema/save.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { createDraws, type Draws } from './draws.ts';
import { planId, type TenantPlan } from './plan.ts';
import type { SeededOffer } from './seed-offers.ts';

const dayMs = 86_400_000;
const counts = { saved: 170, followed: 18, open: 8 };
const rivals = ['Т2', 'Йота', 'Тинькофф Мобайл', null];
/** How often each offer that is known was proposed to who stayed and to who left: the first two work, the third does not. */
const proposedShares = [
  { kept: 0.55, lost: 0.25 },
  { kept: 0.45, lost: 0.25 },
  { kept: 0.2, lost: 0.22 },
];

type TalkRow = typeof saveTalks.$inferInsert;
type Use = typeof offerUses.$inferInsert;
type Line = { lineId: string; carrier: string; kind: 'person' | 'company' };
type Ledger = { draws: Draws; plan: TenantPlan; agents: readonly string[]; now: Date; talks: TalkRow[] };

/** A save desk in use: who asked to leave now, who stayed and is followed, who was saved and who left. After the churn. */
export async function seedSaves(
  db: TenantDb,
  plan: TenantPlan,
  { agents, offers }: { agents: readonly string[]; offers: readonly SeededOffer[] },
  now: Date,
): Promise<void> {
  const draws = createDraws(plan.seed + 31);
  const ledger: Ledger = { draws, plan, agents, now, talks: [] };
  const here = draws.shuffle(await listStaying(db));
  const all = counts.saved + counts.followed + counts.open;
  for (const [index, line] of here.slice(0, all).entries()) {
    if (index < counts.saved) end(ledger, line, 'saved', draws.int(followDays + 2, 540));
    else if (index < counts.saved + counts.followed)
      end(ledger, line, 'stayed', draws.int(1, followDays - 2));
    else begin(ledger, line, index - counts.saved - counts.followed);
  }
  const gone = await listLeft(db, now, plan.timeZone);
  for (const left of gone) leave(ledger, left);
  const uses = drawUses(
    ledger,
    offers,
    new Map([...here, ...gone].map(({ lineId, carrier }) => [lineId, carrier])),
  );
  const followed = ledger.talks.filter(({ state }) => state === 'stayed');
  const queue = { queue: 'save-follow-up', gate: 'save-follow-up', lane: 'bulk' as const };
  await commit(db, [
    ...leavingTopic(db, plan, now),
    db.insert(saveTalks).values(ledger.talks),
    ...(uses.length > 0 ? [db.insert(offerUses).values(uses)] : []),
    ...callForAll(
      db,
      { ...queue, dueAt: new Date(now.getTime() + 7 * dayMs) },
      followed.map(({ id, version }) => ({ saveId: id, version })),
      now,
    ),
  ]);
}

function talkOf({ plan, draws, agents, talks, now }: Ledger, line: Line, openedAt: Date) {
  const id = planId(plan, 'saveTalk', openedAt, talks.length);
  const wish = draws.chance(0.75) ? ('port-out' as const) : ('disconnect' as const);
  const today = dateAt(openedAt.getTime(), plan.timeZone);
  const hasApplied = wish === 'port-out' && openedAt < now && draws.chance(0.5);
  const appliedOn = hasApplied ? addDays(today, -draws.int(0, 4)) : null;
  const agentId = draws.pick(agents);
  return {
    id,
    lineId: line.lineId,
    state: 'open' as const,
    version: 1,
    wish,
    appliedOn,
    openedAt,
    agentId,
    rival: wish === 'port-out' ? draws.pick(rivals) : null,
    openedBy: agentId,
    formToken: id,
    clockOn: clockOf({ wish, appliedOn }, line.kind, today),
  };
}

function begin(ledger: Ledger, line: Line, place: number): void {
  const openedAt = new Date(ledger.now.getTime() - (place + 1) * 5 * 3_600_000);
  const talk = talkOf(ledger, line, openedAt);
  ledger.talks.push({ ...talk, agentId: place === 0 ? (ledger.agents[0] ?? null) : null });
}

function end(ledger: Ledger, line: Line, state: 'saved' | 'stayed', daysAgo: number): void {
  const { draws, now } = ledger;
  const closedAt = new Date(now.getTime() - daysAgo * dayMs);
  const talk = talkOf(ledger, line, new Date(closedAt.getTime() - draws.int(6, 40) * 60_000));
  const dueAt = new Date(closedAt.getTime() + followDays * dayMs);
  const settledAt = state === 'saved' ? dueAt : null;
  const reason = draws.pick(leavingReasons.filter((one) => one !== 'unknown'));
  const closing = { reason, closedBy: talk.agentId, closedAt, dueAt, settledAt };
  ledger.talks.push({ ...talk, state, version: settledAt ? 3 : 2, ...closing });
}

/** Some of those who left had promised to stay. */
function leave(ledger: Ledger, { on, reason, ...line }: Line & { on: string; reason: LeavingReason }): void {
  const { draws, plan, now } = ledger;
  const goneAt = new Date(midnightOf(on, plan.timeZone));
  const stayedFirst = draws.chance(0.18);
  const before = stayedFirst ? draws.int(10, followDays - 5) : draws.int(1, 8);
  const closedAt = new Date(goneAt.getTime() - before * dayMs + draws.int(10, 17) * 3_600_000);
  const talk = talkOf(ledger, line, new Date(closedAt.getTime() - draws.int(6, 40) * 60_000));
  const settledAt = new Date(Math.min(now.getTime(), goneAt.getTime() + dayMs));
  const state = stayedFirst ? ('left-later' as const) : ('leaves' as const);
  const closing = { reason, closedBy: talk.agentId, closedAt, dueAt: goneAt, settledAt };
  ledger.talks.push({ ...talk, state, version: 3, ...closing });
}

/** What was proposed in the talks that are over: the more often what works, the more of them stayed. */
function drawUses(
  { talks, draws, plan }: Ledger,
  offers: readonly SeededOffer[],
  carriers: Map<string, string>,
) {
  const sequences = new Map<string, number>();
  const known = offers.filter(({ isKnown }) => isKnown);
  return talks.flatMap((talk): Use[] => {
    if (talk.state === 'open') return [];
    const isKept = talk.state === 'saved' || talk.state === 'stayed';
    const fitting = known.flatMap((offer, index) => {
      const share = proposedShares[index] ?? { kept: 0.1, lost: 0.1 };
      const fits = offer.carriers.length === 0 || offer.carriers.includes(carriers.get(talk.lineId) ?? 'mts');
      return fits && draws.chance(isKept ? share.kept : share.lost) ? [offer] : [];
    });
    return fitting.slice(0, 2).map((offer, index) => {
      const isTaken = isKept && draws.chance(0.6);
      const sequence = isTaken ? (sequences.get(offer.id) ?? 0) + 1 : null;
      if (sequence) sequences.set(offer.id, sequence);
      const at = new Date(talk.openedAt.getTime() + (index + 2) * 60_000);
      const id = planId(plan, 'offerUse', at, Number.parseInt(talk.id.slice(-6), 16) * 2 + index);
      return {
        id,
        offerId: offer.id,
        series: offer.id,
        lineId: talk.lineId,
        saveId: talk.id,
        formToken: id,
        sequence,
        state: isTaken ? ('done' as const) : ('declined' as const),
        costKopecks: offer.costKopecks,
        by: talk.agentId ?? 'worker',
        at,
        changedAt: at,
      };
    });
  });
}

function leavingTopic(db: TenantDb, plan: TenantPlan, now: Date) {
  const id = planId(plan, 'saveTalk', now, 900_000);
  const group = sql<string>`(select id from topics where title = 'Номер' and parent_id is null)`;
  return [
    db.insert(topics).values({ id, parentId: group, title: 'Уход к другому оператору', isLeaving: true }),
  ];
}

function listStaying(db: TenantDb): Promise<Line[]> {
  const ever = db.select({ one: sql`1` }).from(departures).where(eq(departures.lineId, lines.id));
  return db
    .select({ lineId: lines.id, carrier: lines.carrier, kind: subscribers.kind })
    .from(lines)
    .innerJoin(subscribers, eq(subscribers.id, lines.subscriberId))
    .where(and(notExists(ever), sql`${lines.blockedBy} is null`))
    .orderBy(asc(lines.id))
    .limit(1500)
    .all();
}

/** Who left by his own wish in the last year, with his reason. */
/** Some of those who left in eighteen months: by the ends of their numbers, which are of every month alike. */
function listLeft(db: TenantDb, now: Date, timeZone: string) {
  const since = addDays(dateAt(now.getTime(), timeZone), -540);
  return db
    .select({
      lineId: lines.id,
      carrier: lines.carrier,
      kind: subscribers.kind,
      on: departures.on,
      reason: departures.reason,
    })
    .from(departures)
    .innerJoin(lines, eq(lines.id, departures.lineId))
    .innerJoin(subscribers, eq(subscribers.id, lines.subscriberId))
    .where(and(inArray(departures.kind, ['port-out', 'disconnected']), sql`${departures.on} >= ${since}`))
    .orderBy(asc(sql`substr(${lines.msisdn}, -3)`), asc(departures.id))
    .limit(260)
    .all();
}
