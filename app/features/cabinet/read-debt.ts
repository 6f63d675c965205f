import { nextInstalment } from '#app/features/promise/instalment-plan.ts';
import { limitsFor } from '#app/features/promise/offer-limits.ts';
import { leastPromise, paidBy, resumesOn } from '#app/features/promise/promise.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listOwnReceivables } from '#db/tenant/queries/cabinet-pages.ts';
import { listPayments } from '#db/tenant/queries/debt-pages.ts';
import { listDebtDisputes, listJournal, listOpenCharges } from '#db/tenant/queries/journal.ts';
import { getOfferRules, getOpenPlan, getOpenPromise } from '#db/tenant/queries/promises.ts';

type Viewer = { db: TenantDb; open: { subscriberId: string }; tenant: { timeZone: string } };
const entriesShown = 12;

/** One debt of a subscriber: why he owes, what was agreed and what he may agree. `null`: it is not his. */
export async function readOwnDebt({ db, open, tenant }: Viewer, receivableId: string, now: Date) {
  const debt = (await listOwnReceivables(db, open.subscriberId)).find(({ id }) => id === receivableId);
  if (!debt) return null;
  const today = dateAt(now.getTime(), tenant.timeZone);
  const charges = await listOpenCharges(db, receivableId);
  const journal = await listJournal(db, receivableId);
  const disputes = await listDebtDisputes(db, receivableId);
  const limits = limitsFor([], await getOfferRules(db, now));
  return {
    ...debt,
    today,
    charges,
    entries: journal.slice(0, entriesShown).map(({ entry }) => {
      const { id, kind, kopecks, on } = entry;
      return { id, kind, kopecks, on };
    }),
    disputes: disputes.slice(0, 5).map(({ id, kopecks, reason, openedAt, outcome, answer }) => ({
      id,
      kopecks,
      reason,
      openedAt,
      outcome,
      answer,
    })),
    ...(await readAgreed(db, receivableId, today)),
    limits: {
      until: addDays(today, limits.days),
      leastKopecks: leastPromise(Math.max(debt.balanceKopecks, 0), limits),
      instalments: limits.instalments,
    },
  };
}

async function readAgreed(db: TenantDb, receivableId: string, today: string) {
  const promise = await getOpenPromise(db, receivableId);
  const plan = await getOpenPlan(db, receivableId);
  const payments = await listPayments(db, [receivableId]);
  return {
    promise: promise && {
      id: promise.id,
      parts: promise.parts,
      kopecks: promise.kopecks,
      lastOn: promise.lastOn,
      paid: paidBy(payments, promise.madeAt, today < promise.lastOn ? today : promise.lastOn),
      resumesOn: resumesOn(promise.lastOn),
    },
    plan: plan && {
      id: plan.id,
      instalments: plan.instalments,
      lastOn: plan.lastOn,
      next: nextInstalment(plan.instalments, paidBy(payments, plan.madeAt, today)),
    },
  };
}
export type OwnDebt = NonNullable<Awaited<ReturnType<typeof readOwnDebt>>>;
