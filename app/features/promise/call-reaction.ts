import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';

/** Wakes the ladder: a promise or a plan that is made or gone holds a debtor or lets him go. */
export function callDebtReaction(db: TenantDb, receivableId: string, now: Date): Statement {
  const work = { queue: 'debt-react', payload: { receivableId }, gate: 'debt-react', dueAt: now };
  return callFor(db, { ...work, lane: 'interactive' }, now);
}
