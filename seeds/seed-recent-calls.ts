import { asc, eq } from 'drizzle-orm';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { halfHourMs } from '#app/features/workload/half-hours.ts';
import { partsOf } from '#app/features/workload/work-queue.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listCameOn } from '#db/tenant/queries/morning.ts';
import { listPresenceSpans } from '#db/tenant/queries/shift-life.ts';
import { listForecasts } from '#db/tenant/queries/workload.ts';
import { type ForecastRow, storeForecasts } from '#db/tenant/queries/workload-night.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { waitForAgentMs } from './contact-times.ts';
import { createDraws, type Draws } from './draws.ts';
import { planId, type TenantPlan } from './plan.ts';

type Call = typeof contacts.$inferInsert;
type Line = { id: string; subscriberId: string };
type Shift = { userId: string; from: number; to: number };
type Scene = {
  draws: Draws;
  plan: TenantPlan;
  agents: readonly string[];
  shifts: readonly Shift[];
  now: Date;
};

const days = 14;
const dayMs = 86_400_000;
const rowsAtOnce = 200;
const linesOfCarrier = 300;
/** What makes some people unlike the others: times as long a talk, and how often it solves the matter. */
const habits: Record<number, { talk: number; solved: number }> = {
  2: { talk: 1.45, solved: 0.86 },
  4: { talk: 0.95, solved: 0.55 },
  6: { talk: 0.72, solved: 0.93 },
};

/**
 * The exchange's calls of the last two weeks and of today up to now, as many as were imported, each taken by somebody who
 * was at work; and what was foretold of yesterday.
 */
export async function seedRecentCalls(
  db: TenantDb,
  plan: TenantPlan,
  agents: readonly string[],
  now: Date,
): Promise<void> {
  const today = dateAt(now.getTime(), plan.timeZone);
  const spans = await listPresenceSpans(db, { from: new Date(now.getTime() - (days + 1) * dayMs), to: now });
  const shifts = spans
    .filter(({ state }) => state === 'online')
    .map(({ userId, fromAt, toAt }) => ({ userId, from: fromAt.getTime(), to: (toAt ?? now).getTime() }));
  const scene = { draws: createDraws(plan.seed + 9200), plan, agents, shifts, now };
  const calls: Call[] = [];
  for (let back = days; back >= 0; back -= 1) {
    const on = addDays(today, -back);
    for (const { queue, contacts: counts } of await listCameOn(db, on)) {
      const { channel, carrier } = partsOf(queue);
      if (channel !== 'call') continue;
      const callers = await listCallers(db, carrier);
      const from = midnightOf(on, plan.timeZone);
      for (const [slot, count] of counts.entries())
        for (let n = 0; n < count; n += 1) {
          const startedAt = from + slot * halfHourMs + scene.draws.int(0, halfHourMs - 1);
          if (startedAt < now.getTime() - 10 * 60_000)
            calls.push(callAt(scene, callers, startedAt, calls.length));
        }
    }
  }
  await commit(db, [...storeCalls(db, calls), ...(await foretellYesterday(db, today))]);
}

function listCallers(db: TenantDb, carrier: string): Promise<Line[]> {
  return db
    .select({ id: lines.id, subscriberId: lines.subscriberId })
    .from(lines)
    .where(eq(lines.carrier, carrier))
    .orderBy(asc(lines.id))
    .limit(linesOfCarrier)
    .all();
}

/** One of thirty hangs up, in the busy hours one of ten; the others are answered. */
function callAt(scene: Scene, callers: readonly Line[], at: number, index: number): Call {
  const { draws, plan } = scene;
  const line = draws.pick(callers);
  const startedAt = new Date(at);
  const isBusy = [7, 8, 9].includes(startedAt.getUTCHours());
  const waitMs = waitForAgentMs(draws) * (isBusy ? 2 : 1);
  const call = {
    id: planId(plan, 'recentCall', startedAt, index),
    channel: 'call' as const,
    direction: 'inbound' as const,
    subscriberId: line.subscriberId,
    lineId: line.id,
    startedAt,
    externalId: `exchange-${index}`,
    createdAt: startedAt,
  };
  if (draws.chance(isBusy ? 0.1 : 0.03))
    return { ...call, waitMs, talkMs: 0, endedAt: new Date(at + waitMs) };
  const agentId = agentAt(scene, at);
  const { talk, solved } = habits[scene.agents.indexOf(agentId)] ?? { talk: 1, solved: 0.86 };
  const talkMs = Math.round(draws.int(60, 340) * talk) * 1000;
  return {
    ...call,
    agentId,
    waitMs,
    talkMs,
    holdMs: 0,
    wrapMs: draws.int(10, 60) * 1000,
    endedAt: new Date(at + waitMs + talkMs),
    result: 'solved',
    isSolvedAtFirst: draws.chance(solved),
  };
}

function agentAt({ draws, agents, shifts }: Scene, at: number): string {
  const there = shifts.filter(({ from, to }) => from <= at && at < to).map(({ userId }) => userId);
  return draws.pick(there.length > 0 ? there : agents);
}

function storeCalls(db: TenantDb, calls: readonly Call[]): Statement[] {
  return Array.from({ length: Math.ceil(calls.length / rowsAtOnce) }, (_, piece) =>
    db.insert(contacts).values(calls.slice(piece * rowsAtOnce, (piece + 1) * rowsAtOnce)),
  );
}

/** The demo's first night foretells from today on. Of yesterday it would have said about the mean of four such weekdays. */
async function foretellYesterday(db: TenantDb, today: string): Promise<Statement[]> {
  const yesterday = addDays(today, -1);
  const next = await listForecasts(db, { from: addDays(today, 6), to: addDays(today, 7) });
  const before = await Promise.all([1, 2, 3, 4].map((week) => listCameOn(db, addDays(yesterday, -7 * week))));
  const rows = next.map(({ queue, handlingS, spread }) => {
    const days = before.map((came) => came.find((one) => one.queue === queue)?.contacts ?? []);
    const mean = handlingS.map(
      (_, slot) => days.reduce((sum, day) => sum + (day[slot] ?? 0), 0) / days.length,
    );
    return [queue, yesterday, 'now', mean, handlingS, spread, yesterday] satisfies ForecastRow;
  });
  return [storeForecasts(db, rows)];
}
