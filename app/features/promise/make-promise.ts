import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { Actor } from '#app/features/access/can.ts';
import { whyNotSettle } from '#app/features/receivable/may-settle.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  countPromisesSince,
  getOfferRules,
  getOpenPlan,
  getOpenPromise,
  getOwed,
  getPromiseOfForm,
  type PromiseRow,
} from '#db/tenant/queries/promises.ts';
import { promises } from '#db/tenant/schema/ladder.ts';
import { callDebtReaction } from './call-reaction.ts';
import { limitsFor } from './offer-limits.ts';
import { faultOfPromise, lastOf, PromiseParts, sumOf } from './promise.ts';
import type { PromiseRefusal } from './promise-refusal.ts';

export type OfferDesk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };

export const PromiseInput = z.strictObject({
  formToken: z.uuid(),
  parts: PromiseParts,
  /** The open promise that the form showed: this one takes its place. */
  replaces: z.uuid().nullable(),
});
export type PromiseInput = z.infer<typeof PromiseInput>;

const yearMs = 365 * 86_400_000;

/** Takes a promise to pay: the ladder waits until the day after its last date. */
export async function makePromise(
  desk: OfferDesk,
  input: PromiseInput & { receivableId: string },
): Promise<Result<{ id: string }, PromiseRefusal>> {
  const { db, actor, now } = desk;
  const mayNot = await whyNotSettle(db, actor, input.receivableId);
  if (mayNot) return refuse(mayNot);
  const earlier = await getPromiseOfForm(db, input.formToken);
  if (earlier) return madeBefore(earlier, input);
  const fault = await faultOf(desk, input);
  if (fault) return refuse(fault);
  const row = rowOf(desk, input);
  const written = await commit(
    db,
    [
      ...(input.replaces ? [endPromise(db, input.replaces, 'replaced', now)] : []),
      db.insert(promises).values(row),
      callDebtReaction(db, input.receivableId, now),
    ],
    [{ topic: 'receivable', id: input.receivableId }],
  );
  if (written.ok) return ok({ id: row.id });
  const sameForm = await getPromiseOfForm(db, input.formToken);
  return sameForm ? madeBefore(sameForm, input) : refuse({ code: 'conflict' });
}

function madeBefore(row: PromiseRow, input: PromiseInput & { receivableId: string }) {
  const isSame =
    row.receivableId === input.receivableId && JSON.stringify(row.parts) === JSON.stringify(input.parts);
  return isSame ? ok({ id: row.id }) : refuse({ code: 'form-reused' as const });
}

async function faultOf(
  { db, actor, now, timeZone }: OfferDesk,
  { receivableId, parts, replaces }: PromiseInput & { receivableId: string },
): Promise<PromiseRefusal | null> {
  const owed = await getOwed(db, receivableId);
  if (!owed) return { code: 'receivable-not-found' };
  const plan = await getOpenPlan(db, receivableId);
  if (plan) return { code: 'plan-overlaps', until: plan.lastOn };
  const open = await getOpenPromise(db, receivableId);
  if (open && open.id !== replaces) return { code: 'promise-stands', until: open.lastOn };
  if (!open && replaces) return { code: 'promise-over' };
  const madeInYear = await countPromisesSince(db, receivableId, new Date(now.getTime() - yearMs));
  const limits = limitsFor(actor.roles, await getOfferRules(db, now));
  return faultOfPromise(parts, { ...owed, madeInYear }, limits, dateAt(now.getTime(), timeZone));
}

function rowOf({ actor, now }: OfferDesk, input: PromiseInput & { receivableId: string }) {
  const { receivableId, parts, formToken } = input;
  const what = { parts, kopecks: sumOf(parts), lastOn: lastOf(parts) };
  const made = { madeBy: actor.userId, madeAt: now, state: 'open' as const };
  const via = actor.subscriberId ? ('cabinet' as const) : ('desk' as const);
  return { id: uuid(), receivableId, formToken, ...what, ...made, via };
}

/** The statement that ends an open promise; one that has ended stays as it is. */
export function endPromise(
  db: TenantDb,
  id: string,
  state: Exclude<PromiseRow['state'], 'open'>,
  endedAt: Date,
): Statement {
  return db
    .update(promises)
    .set({ state, endedAt })
    .where(and(eq(promises.id, id), eq(promises.state, 'open')));
}
