import { and, eq } from 'drizzle-orm';
import { judgePlan } from '#app/features/promise/instalment-plan.ts';
import { type Judged, judgePromise } from '#app/features/promise/promise.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import {
  type DebtRow,
  listOpenPlans,
  listOpenPromises,
  listPayments,
} from '#db/tenant/queries/debt-pages.ts';
import { instalmentPlans, promises } from '#db/tenant/schema/ladder.ts';

/** The promises and plans that hold nobody any more, and what is to be written of them. */
export type JudgedPromises = {
  over: ReadonlySet<string>;
  statements: Statement[];
  kept: number;
  broken: number;
};

/** Judges what is promised for some debts by what was paid: kept or broken, it holds a ladder no more. */
export async function judgePromises(
  db: TenantDb,
  debts: DebtRow[],
  today: string,
  now: Date,
): Promise<JudgedPromises> {
  const ids = debts.filter(({ promiseId, planId }) => promiseId ?? planId).map(({ id }) => id);
  if (ids.length === 0) return { over: new Set(), statements: [], kept: 0, broken: 0 };
  const [open, plans] = [await listOpenPromises(db, ids), await listOpenPlans(db, ids)];
  const paid = Map.groupBy(await listPayments(db, ids), ({ receivableId }) => receivableId);
  const owedBy = new Map(debts.map((debt) => [debt.id, owedOf(debt)]));
  const judge = <P extends { id: string; receivableId: string }>(all: P[], by: Judge<P>): JudgedOne[] =>
    all.flatMap((one) => {
      const owed = owedBy.get(one.receivableId);
      return owed ? [{ id: one.id, ...by(one, paid.get(one.receivableId) ?? [], owed, today) }] : [];
    });
  const ended = (all: JudgedOne[]) => all.filter(({ state }) => state !== 'open');
  const [overPromises, overPlans] = [ended(judge(open, judgePromise)), ended(judge(plans, judgePlan))];
  const over = [...overPromises, ...overPlans];
  return {
    over: new Set(over.map(({ id }) => id)),
    statements: [
      ...overPromises.map((one) => endPromise(db, one, now)),
      ...overPlans.map((one) => endPlan(db, one, now)),
    ],
    kept: over.filter(({ state }) => state === 'kept').length,
    broken: over.filter(({ state }) => state === 'broken').length,
  };
}

type Judge<P> = (one: P, payments: Payments, owed: ReturnType<typeof owedOf>, today: string) => Judged;
type Payments = Awaited<ReturnType<typeof listPayments>>;
type JudgedOne = Judged & { id: string };

function owedOf({ balanceKopecks, disputedKopecks }: DebtRow) {
  return { debtKopecks: balanceKopecks, isDisputed: disputedKopecks > 0 };
}

function endPromise(db: TenantDb, { id, state, paidKopecks }: JudgedOne, endedAt: Date) {
  const isOpen = and(eq(promises.id, id), eq(promises.state, 'open'));
  return db.update(promises).set({ state, paidKopecks, endedAt }).where(isOpen);
}

function endPlan(db: TenantDb, { id, state }: JudgedOne, endedAt: Date) {
  const isOpen = and(eq(instalmentPlans.id, id), eq(instalmentPlans.state, 'open'));
  return db.update(instalmentPlans).set({ state, endedAt }).where(isOpen);
}
