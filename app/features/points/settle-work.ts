import type { Work } from '#db/outbox.ts';

/** What points may come of. A review, and a request, weigh on the case they belong to as well. */
export const pointSourceTypes = ['case', 'request', 'review', 'rating', 'suggestion', 'kudos'] as const;
export type PointSourceType = (typeof pointSourceTypes)[number];

/** The work of settling a source's points: in the batch of whatever changes what it is worth. */
export function settleWork(sourceType: PointSourceType, sourceId: string, now: Date): Work {
  return {
    queue: 'points-settle',
    payload: { sourceType, sourceId },
    gate: 'points-settle',
    lane: 'interactive',
    dueAt: now,
  };
}
