import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listReviewable, type Reviewable } from '#db/tenant/queries/review-subjects.ts';
import { getLastSequence, getSamplePlan, type SamplePlanRow } from '#db/tenant/queries/samples.ts';
import { reviewTasks } from '#db/tenant/schema/review.ts';
import { sampleDraws } from '#db/tenant/schema/sample.ts';
import type { ReviewDesk } from './plan-sample.ts';
import type { ReviewRefusal } from './review-refusal.ts';
import { candidatesOf, drawBy, type PeriodInput } from './sample-plan.ts';

const mostCandidates = 20_000;
const tasksAtOnce = 500;

type Drawn = Promise<Result<{ drawId: string; drawn: number }, ReviewRefusal>>;

/** Draws a plan over a period, when a reviewer wants it. */
export async function drawPlan(
  desk: ReviewDesk & { timeZone: string },
  input: PeriodInput & { planId: string; seed: number },
): Drawn {
  if (!can(desk.actor, 'review:write')) return refuse({ code: 'forbidden', action: 'review:write' });
  const plan = await getSamplePlan(desk.db, input.planId);
  if (!plan) return refuse({ code: 'plan-not-found' });
  return storeDraw({ ...desk, by: desk.actor.userId }, plan, { ...input, period: null });
}

type Drawer = { db: TenantDb; now: Date; timeZone: string; by: string };

/**
 * Draws and stores. The candidates and the seed are kept with the draw, so that anybody can draw it again. What any
 * plan drew before is not drawn once more. `period`: what the plan draws by itself once.
 */
export async function storeDraw(
  { db, now, timeZone, by }: Drawer,
  plan: SamplePlanRow,
  { from, to, seed, period }: PeriodInput & { seed: number; period: string | null },
): Drawn {
  const instant = (day: string) => new Date(midnightOf(day, timeZone));
  const between = { from: instant(from), to: instant(to) };
  const work = await listReviewable(db, plan.filter, between, mostCandidates + 1);
  if (work.length > mostCandidates) return refuse({ code: 'period-too-wide' });
  if (work.length === 0) return refuse({ code: 'nothing-to-draw' });
  const candidates = candidatesOf(plan.size, work);
  const { drawn } = drawBy(plan.size, candidates, seed);
  const draw = {
    id: uuid(),
    planId: plan.id,
    sequence: (await getLastSequence(db, plan.id)) + 1,
    seed,
    from,
    to,
    candidates,
    period,
    drawnCount: drawn.length,
    drawnBy: by,
    drawnAt: now,
  };
  const chosen = new Set(drawn);
  const tasks = work
    .filter(({ subjectId }) => chosen.has(subjectId))
    .map((one) => taskOf(plan, one, { drawId: draw.id, createdBy: by, createdAt: now }));
  const written = await commit(db, [db.insert(sampleDraws).values(draw), ...storeTasks(db, tasks)]);
  return written.ok ? ok({ drawId: draw.id, drawn: drawn.length }) : refuse({ code: 'conflict' });
}

type Made = { drawId: string; createdBy: string; createdAt: Date };

/** The task that a drawn piece of work makes. */
export function taskOf(plan: SamplePlanRow, work: Reviewable, made: Made) {
  const { subjectId, agentId, occurredAt, channel } = work;
  const { selection, isBlind, cardId } = plan;
  const subject = { subjectType: plan.filter.subjectType, subjectId, agentId, occurredAt, queue: channel };
  return { id: uuid(), ...subject, selection, isBlind, cardId, state: 'open' as const, ...made };
}

function storeTasks(db: TenantDb, tasks: ReturnType<typeof taskOf>[]): Statement[] {
  const pieces = Array.from({ length: Math.ceil(tasks.length / tasksAtOnce) }, (_, index) =>
    tasks.slice(index * tasksAtOnce, (index + 1) * tasksAtOnce),
  );
  return pieces.map((piece) => db.insert(reviewTasks).values(piece));
}
