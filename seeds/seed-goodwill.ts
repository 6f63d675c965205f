import { and, between, desc, eq, inArray, sql } from 'drizzle-orm';
import { monthOf } from '#app/features/goodwill/decide-for-subscriber.ts';
import type { GoodwillState } from '#app/features/goodwill/goodwill.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { goodwillBudgets, goodwillDecisions } from '#db/tenant/schema/goodwill.ts';
import { createDraws, type Draws } from './draws.ts';
import { type Deed, deeds, largeDeeds } from './goodwill-texts.ts';
import { planId, type TenantPlan } from './plan.ts';
import { type SideEvent, weaveEvents } from './weave-events.ts';

const dayMs = 86_400_000;
/** Decisions of the last two months and a half, and those that wait for a lead now. */
const count = { past: 70, asked: 2 };
const budget = { agentMonthKopecks: 300_000, caseKopecks: 50_000 };

type Decision = typeof goodwillDecisions.$inferInsert;
type Case = { id: string; agentId: string; at: Date };

/** What agents may give, what they gave, what came of it, and the stories that were told of it. */
export async function seedGoodwill(db: TenantDb, plan: TenantPlan, leadId: string, now: Date): Promise<void> {
  const draws = createDraws(plan.seed + 22);
  const from = new Date(now.getTime() - 300 * dayMs);
  const ledger = { draws, plan, leadId, sequences: new Map<string, number>(), decisions: [] as Decision[] };
  const past = draws.shuffle(await listOver(db, now)).slice(0, count.past);
  for (const one of past.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const isLarge = draws.chance(0.08);
    const state = isLarge ? (draws.chance(0.8) ? 'approved' : 'declined') : 'decided';
    decide(ledger, one, draws.pick(isLarge ? largeDeeds : deeds), state);
  }
  const waiting = (await listOpen(db, now)).slice(0, count.asked);
  for (const [index, one] of waiting.entries()) {
    const deed = largeDeeds[index % largeDeeds.length];
    if (deed) decide(ledger, one, deed, 'asked');
  }
  const id = planId(plan, 'budget', from, 0);
  const { decisions } = ledger;
  await commit(db, [
    db.insert(goodwillBudgets).values({ id, from, ...budget, setBy: leadId }),
    ...(decisions.length > 0 ? [db.insert(goodwillDecisions).values(decisions)] : []),
  ]);
  await weaveEvents(db, decisions.flatMap(eventsOf));
}

/** What the case tells of a decision: that it was taken or asked for, and how the lead answered. */
function eventsOf({ id, caseId, kind, amountKopecks, agentId, at, ...answer }: Decision): SideEvent[] {
  const { state, answeredAt, answeredBy } = answer;
  const note = { kind, amountKopecks, decisionId: id };
  const isDecided = state === 'decided';
  const taken = {
    caseId,
    event: isDecided ? 'goodwill-decided' : 'goodwill-asked',
    at,
    actor: agentId,
    note,
  };
  if (!answeredAt || !answeredBy) return [taken];
  const told = { event: `goodwill-${state}`, at: answeredAt, actor: answeredBy, note: { decisionId: id } };
  return [taken, { caseId, ...told }];
}

type Ledger = {
  draws: Draws;
  plan: TenantPlan;
  leadId: string;
  sequences: Map<string, number>;
  decisions: Decision[];
};

function decide(ledger: Ledger, { id: caseId, agentId, at }: Case, deed: Deed, state: GoodwillState): void {
  const { draws, plan, leadId, sequences, decisions } = ledger;
  const month = monthOf(at, plan.timeZone);
  const sequence = (sequences.get(`${agentId} ${month}`) ?? 0) + 1;
  sequences.set(`${agentId} ${month}`, sequence);
  const id = planId(plan, 'goodwill', at, decisions.length);
  const amountKopecks = draws.int(...deed.rubles) * 100;
  const { kind, reason } = deed;
  const made = {
    id,
    caseId,
    agentId,
    month,
    sequence,
    kind,
    amountKopecks,
    reason,
    state,
    formToken: id,
    at,
  };
  const outcome = outcomeOf(draws, state, at, leadId);
  // A story is worth telling once a month, and once it has ended well.
  const isTold = decisions.some((one) => one.month === month && one.story === deed.story);
  const story = state === 'decided' && outcome.hasStayed && !isTold ? (deed.story ?? null) : null;
  decisions.push({ ...made, ...outcome, story });
}

function outcomeOf(draws: Draws, state: GoodwillState, at: Date, leadId: string): Partial<Decision> {
  if (state === 'asked') return {};
  const answer = { answeredBy: leadId, answeredAt: new Date(at.getTime() + 11 * 60_000) };
  const isKnown = draws.chance(0.8);
  return {
    ...(state === 'decided' ? {} : answer),
    ...(isKnown ? { hasStayed: draws.chance(state === 'declined' ? 0.4 : 0.92) } : {}),
    ...(isKnown && draws.chance(0.7) ? { rating: Number(draws.weigh({ 5: 7, 4: 3, 3: 1 })) } : {}),
  };
}

async function listOver(db: TenantDb, now: Date): Promise<Case[]> {
  const recent = between(cases.changedAt, new Date(now.getTime() - 75 * dayMs), now);
  return listOwned(db, and(recent, inArray(cases.state, ['solved', 'closed'])), 600);
}

async function listOpen(db: TenantDb, now: Date): Promise<Case[]> {
  const open = await listOwned(db, eq(cases.state, 'open'), 20);
  return open.map((one) => ({ ...one, at: new Date(now.getTime() - 9 * 60_000) }));
}

async function listOwned(db: TenantDb, where: ReturnType<typeof and>, limit: number): Promise<Case[]> {
  const rows = await db
    .select({ id: cases.id, agentId: sql<string>`${cases.assigneeId}`, at: cases.createdAt })
    .from(cases)
    .where(and(where, sql`${cases.assigneeId} is not null`))
    .orderBy(desc(cases.id))
    .limit(limit);
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at.getTime() + 25 * 60_000) }));
}
