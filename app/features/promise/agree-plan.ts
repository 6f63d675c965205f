import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { whyNotSettle } from '#app/features/receivable/may-settle.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import {
  getOfferRules,
  getOpenPlan,
  getOpenPromise,
  getOwed,
  getPlanOfForm,
  type PlanRow,
} from '#db/tenant/queries/promises.ts';
import { instalmentPlans } from '#db/tenant/schema/ladder.ts';
import { callDebtReaction } from './call-reaction.ts';
import { faultOfPlan, planPaces, scheduleOf } from './instalment-plan.ts';
import { endPromise, type OfferDesk } from './make-promise.ts';
import { limitsFor, type OfferRules } from './offer-limits.ts';
import { lastOf, type Owed } from './promise.ts';
import type { PromiseRefusal } from './promise-refusal.ts';

export const PlanInput = z.strictObject({
  formToken: z.uuid(),
  count: z.int().min(2).max(36),
  firstOn: z.iso.date('date'),
  pace: z.enum(planPaces),
});
type AskedPlan = z.infer<typeof PlanInput> & { receivableId: string };

/** Agrees instalments over all that is owed; an open promise gives way to them. */
export async function agreePlan(
  desk: OfferDesk,
  input: AskedPlan,
): Promise<Result<{ id: string }, PromiseRefusal>> {
  const { db, actor, now, timeZone } = desk;
  const mayNot = await whyNotSettle(db, actor, input.receivableId);
  if (mayNot) return refuse(mayNot);
  const earlier = await getPlanOfForm(db, input.formToken);
  if (earlier) return agreedBefore(earlier, input);
  const owed = await getOwed(db, input.receivableId);
  if (!owed) return refuse({ code: 'receivable-not-found' });
  const rules = await getOfferRules(db, now);
  const openPlan = await getOpenPlan(db, input.receivableId);
  const today = dateAt(now.getTime(), timeZone);
  const fault = faultOfPlan(input, { ...owed, openPlan }, limitsFor(actor.roles, rules), today);
  if (fault) return refuse(fault);
  const promise = await getOpenPromise(db, input.receivableId);
  const row = rowOf(desk, input, owed, rules);
  const written = await commit(
    db,
    [
      ...(promise ? [endPromise(db, promise.id, 'replaced', now)] : []),
      db.insert(instalmentPlans).values(row),
      callDebtReaction(db, input.receivableId, now),
    ],
    [{ topic: 'receivable', id: input.receivableId }],
  );
  if (written.ok) return ok({ id: row.id });
  const sameForm = await getPlanOfForm(db, input.formToken);
  return sameForm ? agreedBefore(sameForm, input) : refuse({ code: 'conflict' });
}

function agreedBefore(row: PlanRow, { receivableId, count, firstOn }: AskedPlan) {
  const [first] = row.instalments;
  const isSame =
    row.receivableId === receivableId && row.instalments.length === count && first?.on === firstOn;
  return isSame ? ok({ id: row.id }) : refuse({ code: 'form-reused' as const });
}

function rowOf({ actor, now }: OfferDesk, input: AskedPlan, { debtKopecks }: Owed, rules: OfferRules) {
  const instalments = scheduleOf(debtKopecks, input);
  const { toleranceDays, toleranceKopecks } = rules;
  return {
    id: uuid(),
    receivableId: input.receivableId,
    formToken: input.formToken,
    instalments,
    lastOn: lastOf(instalments),
    toleranceDays,
    toleranceKopecks,
    state: 'open' as const,
    madeBy: actor.userId,
    madeAt: now,
  };
}
