import { and, asc, eq, gt, isNotNull, lt } from 'drizzle-orm';
import type { PromisePart, PromiseState } from '#app/features/ladder/ladder.ts';
import { scheduleOf } from '#app/features/promise/instalment-plan.ts';
import { firstRules } from '#app/features/promise/offer-limits.ts';
import { lastOf, sumOf } from '#app/features/promise/promise.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt, midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callTasks, instalmentPlans, promises } from '#db/tenant/schema/ladder.ts';
import { journalEntries, receivables } from '#db/tenant/schema/receivable.ts';
import { createDraws, type Draws } from './draws.ts';
import { planId, type TenantPlan } from './plan.ts';
import { seedSuspensions } from './seed-suspensions.ts';

/** How many of each the demo shows. */
const counts = { ended: 90, open: 14, plans: 5, calls: 24 };
const hourMs = 3_600_000;

export type DebtPeople = { agents: readonly string[]; leadId: string };
type Seeding = { db: TenantDb; plan: TenantPlan; people: DebtPeople; draws: Draws; today: string; now: Date };

/** What was agreed with debtors: promises kept and broken, open ones, plans, calls for today, suspensions. */
export async function seedPromises(
  db: TenantDb,
  plan: TenantPlan,
  people: DebtPeople,
  now: Date,
): Promise<void> {
  const today = dateAt(now.getTime(), plan.timeZone);
  const seeding = { db, plan, people, draws: createDraws(plan.seed + 61), today, now };
  const overdue = seeding.draws.shuffle(await listOverdue(db, today));
  const [open, planned, called] = [
    overdue.slice(0, counts.open),
    overdue.slice(counts.open, counts.open + counts.plans),
    overdue.slice(counts.open + counts.plans, counts.open + counts.plans + counts.calls),
  ];
  await commit(db, [
    ...(await endedPromises(seeding)),
    ...open.map((debt, index) => openPromise(seeding, debt, index)),
    ...planned.map((debt, index) => openPlan(seeding, debt, index)),
    ...called.map(({ id }, index) =>
      db
        .insert(callTasks)
        .values({
          id: planId(plan, 'debtCall', now, index),
          receivableId: id,
          on: today,
          state: 'open',
          version: 1,
          createdAt: now,
        })
        .onConflictDoNothing(),
    ),
  ]);
  await seedSuspensions(db, plan, people, overdue.slice(counts.open + counts.plans), now);
}

export type Overdue = Awaited<ReturnType<typeof listOverdue>>[number];

async function listOverdue(db: TenantDb, today: string) {
  const { id, lineId, balanceKopecks, oldestDueOn } = receivables;
  return db
    .select({ id, lineId, balanceKopecks, oldestDueOn })
    .from(receivables)
    .where(and(isNotNull(oldestDueOn), lt(oldestDueOn, today), gt(balanceKopecks, 0)))
    .orderBy(asc(id));
}

/** Promises before a payment: on its day, and then he kept his word, or some days earlier, and then he did not. */
async function endedPromises({ db, plan, people, draws }: Seeding) {
  const payments = await db
    .select()
    .from(journalEntries)
    .where(eq(journalEntries.kind, 'payment'))
    .orderBy(asc(journalEntries.id));
  return draws
    .shuffle(payments)
    .slice(0, counts.ended)
    .map(({ receivableId, kopecks, on, bookedAt }, index) => {
      const isKept = draws.chance(0.68);
      const lastOn = isKept ? on : addDays(on, -draws.int(2, 9));
      const sum = -kopecks;
      const madeAt = momentOf(plan, addDays(lastOn, -draws.int(1, 6)), draws);
      const endedAt = isKept ? bookedAt : new Date(midnightOf(addDays(lastOn, 1), plan.timeZone));
      const state: PromiseState = isKept ? 'kept' : 'broken';
      const ended = { state, endedAt, paidKopecks: isKept ? sum : 0 };
      return promiseRow(
        db,
        plan,
        { index, receivableId, parts: [{ on: lastOn, kopecks: sum }] },
        {
          madeAt,
          madeBy: draws.pick(people.agents),
          ...ended,
        },
      );
    });
}

function openPromise({ db, plan, people, draws, today }: Seeding, debt: Overdue, index: number) {
  const first = addDays(today, draws.int(1, 5));
  const half = Math.floor(debt.balanceKopecks / 2);
  const parts = draws.chance(0.3)
    ? [
        { on: first, kopecks: half },
        { on: addDays(first, 7), kopecks: debt.balanceKopecks - half },
      ]
    : [{ on: first, kopecks: debt.balanceKopecks }];
  const madeAt = momentOf(plan, addDays(today, -draws.int(1, 3)), draws);
  const made = { madeAt, madeBy: draws.pick(people.agents), state: 'open' as const };
  return promiseRow(db, plan, { index: counts.ended + index, receivableId: debt.id, parts }, made);
}

type Promised = { index: number; receivableId: string; parts: PromisePart[] };
type Made = Pick<typeof promises.$inferInsert, 'madeAt' | 'madeBy' | 'state' | 'endedAt' | 'paidKopecks'>;

function promiseRow(db: TenantDb, plan: TenantPlan, { index, receivableId, parts }: Promised, made: Made) {
  const id = planId(plan, 'debtPromise', made.madeAt, index);
  return db.insert(promises).values({
    id,
    receivableId,
    parts,
    kopecks: sumOf(parts),
    lastOn: lastOf(parts),
    via: 'desk',
    formToken: id,
    ...made,
  });
}

function openPlan({ db, plan, people, draws, today }: Seeding, debt: Overdue, index: number) {
  const firstOn = addDays(today, draws.int(1, 10));
  const instalments = scheduleOf(debt.balanceKopecks, { count: draws.int(3, 6), firstOn, pace: 'month' });
  const madeAt = momentOf(plan, addDays(today, -draws.int(1, 4)), draws);
  const id = planId(plan, 'debtPlan', madeAt, index);
  const { toleranceDays, toleranceKopecks } = firstRules;
  return db.insert(instalmentPlans).values({
    id,
    receivableId: debt.id,
    instalments,
    lastOn: lastOf(instalments),
    formToken: id,
    toleranceDays,
    toleranceKopecks,
    state: 'open',
    madeBy: people.leadId,
    madeAt,
  });
}

/** In the office hours of a date. */
function momentOf({ timeZone }: TenantPlan, date: string, draws: Draws): Date {
  return new Date(midnightOf(date, timeZone) + draws.int(10 * hourMs, 19 * hourMs));
}
