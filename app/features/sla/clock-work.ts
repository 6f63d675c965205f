import type { Work } from '#db/outbox.ts';

/** The queue that looks at clocks. */
export const clockQueue = { queue: 'case-clock', gate: 'case-clock', lane: 'interactive' } as const;

/** The work of looking at a case's clocks: in the batch of every change, and at the next moment that matters. */
export function clockWork(caseId: string, version: number, dueAt: Date): Work {
  return { ...clockQueue, payload: { caseId, version }, dueAt };
}
