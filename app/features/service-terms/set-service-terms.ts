import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { type Action, type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listServiceTerms } from '#db/tenant/queries/service-terms.ts';
import { serviceTermVersions } from '#db/tenant/schema/service-terms.ts';
import { ServiceTerms } from './service-terms.ts';

/** Every expected no about the terms of service. */
export type TermsRefusal =
  | { code: 'forbidden'; action: Action }
  /** A month has one contract: it is closed and paid for as a whole. */
  | { code: 'not-first-of-month' }
  /** A month that is over was paid for by its own terms. */
  | { code: 'begins-in-the-past' }
  | { code: 'conflict' };

export const TermsInput = z.strictObject({
  effectiveFrom: z.iso.date({ error: 'date' }),
  terms: ServiceTerms,
  reason: z.string().trim().min(3, { error: 'short' }).max(300, { error: 'long' }),
});
export type TermsInput = z.infer<typeof TermsInput>;

type Desk = { db: TenantDb; actor: Actor; now: Date };

/**
 * Other terms from the first day of a month on; said again for the same month, this version replaces that one, which is
 * kept. The first of all may begin in the past: until then nothing was promised. `today`: of the tenant's zone.
 */
export async function setServiceTerms(
  { db, actor, now }: Desk,
  today: string,
  { effectiveFrom, terms, reason }: TermsInput,
): Promise<Result<{ id: string }, TermsRefusal>> {
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  if (!effectiveFrom.endsWith('-01')) return refuse({ code: 'not-first-of-month' });
  const isFirst = (await listServiceTerms(db)).length === 0;
  if (!isFirst && effectiveFrom.slice(0, 7) < today.slice(0, 7))
    return refuse({ code: 'begins-in-the-past' });
  const id = uuid();
  const inForce = and(
    eq(serviceTermVersions.effectiveFrom, effectiveFrom),
    isNull(serviceTermVersions.replacedAt),
  );
  const replaced = db.update(serviceTermVersions).set({ replacedAt: now }).where(inForce);
  const added = db
    .insert(serviceTermVersions)
    .values({ id, effectiveFrom, terms, reason, createdBy: actor.userId, createdAt: now });
  const written = await commit(db, [replaced, added], [{ topic: 'reports', id }]);
  return written.ok ? ok({ id }) : refuse({ code: 'conflict' });
}
