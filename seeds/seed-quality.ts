import type { Actor } from '#app/features/access/can.ts';
import { judgeDispute } from '#app/features/dispute/judge-dispute.ts';
import { raiseDispute } from '#app/features/dispute/raise-dispute.ts';
import { drawPlan } from '#app/features/review/draw-plan.ts';
import { planSample } from '#app/features/review/plan-sample.ts';
import { submitReview } from '#app/features/review/submit-review.ts';
import { defaultCard } from '#app/features/scorecard/default-card.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listReviewable } from '#db/tenant/queries/review-subjects.ts';
import { listOpenTasks, listReviews } from '#db/tenant/queries/reviews.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { createDraws, type Draws } from './draws.ts';
import { planId, type TenantPlan } from './plan.ts';
import { disputeWords, drawMarks, ratingWords, reviewNotes } from './quality-words.ts';

const dayMs = 86_400_000;
const weeks = 10;
const mostTasks = 1000;

/** Who reviews, in turn; and the agent one signs in as. User ids. */
export type QualityPeople = { reviewers: readonly string[]; agents: readonly string[]; agentId: string };
type Scene = QualityPeople & { db: TenantDb; control: ControlDb; plan: TenantPlan; draws: Draws; now: Date };

/** Ten weeks of drawn and reviewed work, the last of which waits; disputes, and what subscribers said. */
export async function seedQuality(
  db: TenantDb,
  control: ControlDb,
  plan: TenantPlan,
  people: QualityPeople,
  now: Date,
): Promise<void> {
  const scene = { ...people, db, control, plan, draws: createDraws(plan.seed + 19), now };
  const cardId = planId(plan, 'scorecard', plan.clock, 0);
  const [first = 'worker'] = people.reviewers;
  const heldAt = new Date(now.getTime() - (weeks + 4) * 7 * dayMs);
  await commit(db, storeDefaultCard(db, { id: cardId, by: first, at: heldAt }));
  await planSample(deskOf(scene, first, heldAt), weeklyPlan(scene, cardId, heldAt));
  for (let ago = weeks; ago >= 1; ago -= 1) {
    const at = new Date(now.getTime() - (ago - 1) * 7 * dayMs);
    await drawWeek(scene, first, at);
    if (ago > 1) await reviewAll(scene, at);
  }
  await disputeSome(scene);
  await rateSome(scene);
}

function deskOf({ db, control, plan }: Scene, userId: string, now: Date) {
  const actor: Actor = { userId, name: '', roles: ['agent', 'lead'] };
  return { db, control, actor, now, timeZone: plan.timeZone };
}

function weeklyPlan({ plan }: Scene, cardId: string, at: Date) {
  const filter = { subjectType: 'case' as const, channel: null, carrier: null, agentId: null };
  const size = { by: 'stratum' as const, strata: ['agent' as const], count: 2 };
  const named = { id: planId(plan, 'samplePlan', at, 0), title: 'Каждую неделю по два на агента' };
  return { ...named, selection: 'stratified' as const, filter, size, cardId, isBlind: true, rhythm: null };
}

async function drawWeek(scene: Scene, by: string, at: Date): Promise<void> {
  const { db, plan, draws, now } = scene;
  const day = (time: number) => dateAt(time, plan.timeZone);
  const period = { from: day(at.getTime() - 7 * dayMs), to: day(at.getTime()) };
  const heldAt = new Date(now.getTime() - (weeks + 4) * 7 * dayMs);
  const planned = planId(plan, 'samplePlan', heldAt, 0);
  await drawPlan(
    { ...deskOf(scene, by, at), db },
    { planId: planned, ...period, seed: draws.int(1, 2 ** 30) },
  );
}

/** Everybody has a quality of his own, from which marks scatter; nobody reviews himself. */
async function reviewAll(scene: Scene, at: Date): Promise<void> {
  const { db, draws, reviewers, agents } = scene;
  for (const [index, { task }] of (await listOpenTasks(db, '', mostTasks)).entries()) {
    const turn = [...reviewers.slice(index % reviewers.length), ...reviewers];
    const reviewer = turn.find((id) => id !== task.agentId);
    if (!reviewer) continue;
    const answers = drawMarks(draws, defaultCard, agents.indexOf(task.agentId));
    const notes = reviewNotes(draws, defaultCard, { answers, isCall: task.queue === 'call' });
    const given = { answers, notes };
    const late = new Date(at.getTime() + draws.int(1, 6 * 24 * 60) * 60_000);
    const reviewedAt = late > scene.now ? scene.now : late;
    await submitReview(deskOf(scene, reviewer, reviewedAt), task.id, given);
  }
}

/** The last three reviews of the agent with a mark to dispute: one waits, one is accepted, one is rejected. */
async function disputeSome(scene: Scene): Promise<void> {
  const { db, plan, now, reviewers, agentId } = scene;
  const from = new Date(now.getTime() - 40 * dayMs);
  const own = (await listReviews(db, { from, to: now, agentId })).flatMap(({ review }) => {
    const itemId = review.answers.answer === 0 ? 'answer' : 'smile';
    return review.answers[itemId] === 5 ? [] : [{ review, itemId }];
  });
  for (const [index, { review, itemId }] of own.slice(0, 3).entries()) {
    const words = disputeWords[index] ?? disputeWords[0];
    const id = planId(plan, 'dispute', now, index);
    const raisedAt = new Date(Math.min(now.getTime(), review.reviewedAt.getTime() + dayMs));
    const items = [{ itemId, proposed: itemId === 'answer' ? 1 : 5, comment: words.item }];
    const said = { kind: 'marks' as const, comment: words.comment, items };
    await raiseDispute(deskOf(scene, agentId, raisedAt), { id, reviewId: review.id, ...said });
    const judge = reviewers.find((one) => one !== review.reviewerId && one !== agentId);
    if (!judge || words.verdict === null) continue;
    const accepted = words.isRight ? [itemId] : [];
    await judgeDispute(deskOf(scene, judge, now), id, { accepted, movedTo: null, verdict: words.verdict });
  }
}

/** Of the eighteen months that the demo's cases are of. */
async function rateSome({ db, draws, now }: Scene): Promise<void> {
  const filter = { subjectType: 'case' as const, channel: null, carrier: null, agentId: null };
  const between = { from: new Date(now.getTime() - 550 * dayMs), to: now };
  const work = await listReviewable(db, filter, between, 20_000);
  const rows = work
    .filter(() => draws.chance(0.22))
    .map(({ subjectId, agentId, occurredAt }) => {
      const stars = Number(draws.weigh({ 5: 62, 4: 20, 3: 9, 2: 4, 1: 5 }));
      const at = new Date(Math.min(now.getTime(), occurredAt.getTime() + draws.int(5, 900) * 60_000));
      const word = draws.chance(0.4) ? draws.pick(ratingWords[stars > 3 ? 'good' : 'bad']) : null;
      const recommends = draws.chance(0.1) ? Math.min(10, stars * 2 + draws.int(-1, 1)) : null;
      return { caseId: subjectId, agentId, stars, word, recommends, solvedAt: occurredAt, at };
    });
  if (rows.length > 0) await commit(db, [db.insert(ratings).values(rows)]);
}
