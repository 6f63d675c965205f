import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getOffer, type OfferRow } from '#db/tenant/queries/offers.ts';
import { offers } from '#db/tenant/schema/offer.ts';
import type { OfferInput } from './offer-input.ts';
import type { OfferRefusal } from './offer-refusal.ts';

export type OfferDesk = { db: TenantDb; actor: Actor; now: Date };

/** Writes an offer down, new or as the next wording of one; uses go on pointing at the wording they were made in. */
export async function saveOffer(
  { db, actor, now }: OfferDesk,
  input: OfferInput,
): Promise<Result<{ id: string }, OfferRefusal>> {
  if (!can(actor, 'offer:write')) return refuse({ code: 'forbidden', action: 'offer:write' });
  if (await getOffer(db, input.id)) return ok({ id: input.id });
  const before = input.replaces ? await getOffer(db, input.replaces) : null;
  if (input.replaces && !before) return refuse({ code: 'offer-not-found' });
  if (before?.withdrawnAt) return refuse({ code: 'offer-changed' });
  const row = { ...input, series: before?.series ?? input.id, createdBy: actor.userId, createdAt: now };
  const written = await commit(db, [
    ...(before ? [withdraw(db, before.id, actor.userId, now)] : []),
    db.insert(offers).values(row),
  ]);
  if (written.ok || (await getOffer(db, input.id))) return ok({ id: input.id });
  return refuse({ code: written.conflict === 'offers.name' ? 'offer-name-taken' : 'offer-changed' });
}

/** Proposes it to nobody from now on; what was proposed before stands for three days. */
export async function withdrawOffer(
  { db, actor, now }: OfferDesk,
  { offerId }: { offerId: string },
): Promise<Result<null, OfferRefusal>> {
  if (!can(actor, 'offer:write')) return refuse({ code: 'forbidden', action: 'offer:write' });
  const row = await getOffer(db, offerId);
  if (!row) return refuse({ code: 'offer-not-found' });
  const written = await commit(db, [withdraw(db, offerId, actor.userId, now)]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

/** Takes back a withdrawal or a change: this wording is the one proposed again, and no other of its series. */
export async function restoreOffer(
  { db, actor, now }: OfferDesk,
  { offerId }: { offerId: string },
): Promise<Result<null, OfferRefusal>> {
  if (!can(actor, 'offer:write')) return refuse({ code: 'forbidden', action: 'offer:write' });
  const row = await getOffer(db, offerId);
  if (!row) return refuse({ code: 'offer-not-found' });
  if (!row.withdrawnAt) return ok(null);
  const written = await commit(db, [
    withdrawSeries(db, row, actor.userId, now),
    db.update(offers).set({ withdrawnAt: null, withdrawnBy: null }).where(eq(offers.id, offerId)),
  ]);
  return written.ok ? ok(null) : refuse({ code: 'offer-name-taken' });
}

function withdraw(db: TenantDb, id: string, withdrawnBy: string, withdrawnAt: Date): Statement {
  return db
    .update(offers)
    .set({ withdrawnAt, withdrawnBy })
    .where(and(eq(offers.id, id), isNull(offers.withdrawnAt)));
}

function withdrawSeries(
  db: TenantDb,
  { series }: OfferRow,
  withdrawnBy: string,
  withdrawnAt: Date,
): Statement {
  return db
    .update(offers)
    .set({ withdrawnAt, withdrawnBy })
    .where(and(eq(offers.series, series), isNull(offers.withdrawnAt)));
}
