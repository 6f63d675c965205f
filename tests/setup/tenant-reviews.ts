import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { calibrationShares, calibrationSubjects, calibrations } from '#db/tenant/schema/calibration.ts';
import { coachingTasks } from '#db/tenant/schema/coaching.ts';
import { disputes } from '#db/tenant/schema/dispute.ts';
import { reviewNotes, reviewRevisions, reviews, reviewTasks } from '#db/tenant/schema/review.ts';
import { samplePlans } from '#db/tenant/schema/sample.ts';
import { seededId, seedTime } from '#seeds/factories.ts';

/** A card, a plan, work that waits, a review that is disputed and a calibration, all marked. */
export async function fillReviews(db: TenantDb, seed: number, marker: string, caseId: string) {
  const room = (place: number) => seededId(seedTime, seed, place);
  const [cardId, planId, taskId, doneTaskId] = [room(80), room(81), room(82), room(83)];
  const [reviewId, disputeId, calibrationId] = [room(84), room(85), room(86)];
  const coachingId = room(87);
  const work = { subjectType: 'case', subjectId: caseId, agentId: 'agent', queue: 'email' } as const;
  const how = { selection: 'requested', isBlind: false, occurredAt: seedTime } as const;
  const task = {
    ...work,
    ...how,
    cardId,
    reason: `${marker} просьба`,
    createdBy: 'lead',
    createdAt: seedTime,
  };
  const by = { reviewerId: 'lead', cardId, cardVersion: 1, answers: {}, reviewedAt: seedTime };
  const filter = { subjectType: 'case' as const, channel: null, carrier: null, agentId: null };
  const plan = { filter, size: { by: 'count' as const, count: 1 }, cardId, isBlind: false };
  const made = { createdBy: 'lead', createdAt: seedTime };
  const first = { reviewId, revision: 1, cause: 'reviewed', agentId: 'agent', answers: {} } as const;
  const raised = { reviewId, revision: 1, kind: 'marks', state: 'open', raisedBy: 'agent' } as const;
  await commit(db, [
    ...storeDefaultCard(db, { id: cardId, by: 'manager', at: seedTime }),
    db
      .insert(samplePlans)
      .values({ id: planId, title: `${marker} план`, selection: 'random', ...plan, ...made }),
    db.insert(reviewTasks).values([
      { id: taskId, ...task, state: 'open' },
      { id: doneTaskId, ...task, state: 'reviewed' },
    ]),
    db.insert(reviews).values({ id: reviewId, taskId: doneTaskId, revision: 1, ...work, ...how, ...by }),
    db.insert(reviewRevisions).values({ ...first, by: 'lead', at: seedTime }),
    db.insert(reviewNotes).values({ reviewId, place: 0, text: `${marker} заметка` }),
    db.insert(disputes).values({ id: disputeId, ...raised, comment: `${marker} спор`, raisedAt: seedTime }),
    db.insert(coachingTasks).values({
      id: coachingId,
      agentId: 'agent',
      goal: `${marker} задание`,
      state: 'open',
      dueOn: '2026-01-01',
      recheckOn: '2026-01-02',
      ...made,
    }),
    db.insert(calibrations).values({
      id: calibrationId,
      title: `${marker} калибровка`,
      cardId,
      cardVersion: 1,
      referenceBy: 'lead',
      ...made,
    }),
    db
      .insert(calibrationSubjects)
      .values({ calibrationId, subjectId: caseId, subjectType: 'case', place: 0 }),
    db.insert(calibrationShares).values({ calibrationId, what: 'work', by: 'lead', at: seedTime }),
  ]);
  return { cardId, planId, taskId, reviewId, disputeId, calibrationId, coachingId, subjectId: caseId };
}
