import { v7 as uuid } from 'uuid';
import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { offerRules } from '#db/tenant/schema/ladder.ts';
import type { OfferDesk } from './make-promise.ts';
import type { OfferRules } from './offer-limits.ts';
import type { PromiseRefusal } from './promise-refusal.ts';

/** Says how far people may go from now on; promises and plans that stand stay as they were agreed. */
export async function setOfferRules(
  { db, actor, now }: Omit<OfferDesk, 'timeZone'>,
  rules: OfferRules,
): Promise<Result<null, PromiseRefusal>> {
  if (!can(actor, 'debt:write')) return refuse({ code: 'forbidden', action: 'debt:write' });
  const row = { id: uuid(), from: now, rules, setBy: actor.userId };
  const written = await commit(db, [db.insert(offerRules).values(row)]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}
