import type { Work } from '#db/outbox.ts';

/** The work of looking at a case's clocks: in the batch of every change, and at the next moment that matters. */
export function clockWork(caseId: string, version: number, dueAt: Date): Work {
  return {
    queue: 'case-clock',
    payload: { caseId, version },
    gate: 'case-clock',
    lane: 'interactive',
    dueAt,
  };
}
