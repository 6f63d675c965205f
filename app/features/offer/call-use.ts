import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';

const prefix = 'offer-';

/** The form token of the request that carries a use out: one use is never two requests. */
export function orderTokenOf(useId: string): string {
  return `${prefix}${useId}`;
}

/** Calls for a use to be carried out, or to be looked at again. */
export function callUse(db: TenantDb, useId: string, at: Date): Statement {
  const queue = { queue: 'offer-carry', gate: 'offer-carry', lane: 'interactive' } as const;
  return callFor(db, { ...queue, payload: { useId }, dueAt: at }, at);
}

/** The same when a request has ended that may have been made for a use. */
export function lookAtUseOfRequest(
  db: TenantDb,
  { formToken }: { formToken: string },
  at: Date,
): Statement[] {
  return formToken.startsWith(prefix) ? [callUse(db, formToken.slice(prefix.length), at)] : [];
}
