import { type Actor, can } from '#app/features/access/can.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { listCarrierAccounts } from '#db/control/queries/carrier-accounts.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listJoined, listLeft } from '#db/tenant/queries/base-cells.ts';
import { listDefinitions } from '#db/tenant/queries/churn.ts';
import { listCohortSizes, listLeftOfCohorts, listReasonsTold } from '#db/tenant/queries/churn-board.ts';
import { baseByDay, baseByMonth, countedOf } from './active-base.ts';
import { departureKinds, leavingReasons } from './churn.ts';
import { countCohorts } from './cohorts.ts';
import { definitionOn } from './definition.ts';

const [shownMonths, shownCohorts] = [18, 12];

type Reader = { db: TenantDb; control: ControlDb; actor: Actor };
export type ChurnView = Awaited<ReturnType<typeof readChurnPage>>;

/** The active base month by month, who left and why, and how cohorts shrink. `today`: of the tenant's zone. */
export async function readChurnPage({ db, control, actor }: Reader, today: string) {
  const from = monthsBefore(today, shownMonths - 1);
  const year = addDays(today, -365);
  const cohortsFrom = monthsBefore(today, shownCohorts);
  const [accounts, definitions, joined, left, sizes, leftOfCohorts, told] = await Promise.all([
    listCarrierAccounts(control, db.tenantId),
    listDefinitions(db),
    listJoined(db, today),
    listLeft(db, today),
    listCohortSizes(db, cohortsFrom),
    listLeftOfCohorts(db, cohortsFrom),
    listReasonsTold(db, { from: year, to: addDays(today, 1) }),
  ]);
  const days = baseByDay(joined, countedOf(left, definitions), { from, to: today });
  const counted = countedOf(told, definitions);
  const sumOf = (rows: typeof told) => rows.reduce((sum, { lines }) => sum + lines, 0);
  const countBy = <K extends string>(names: readonly K[], of: (row: (typeof told)[number]) => K) =>
    names
      .map((name) => ({ name, lines: sumOf(counted.filter((row) => of(row) === name)) }))
      .filter(({ lines }) => lines > 0)
      .sort((a, b) => b.lines - a.lines);
  return {
    months: baseByMonth(days),
    recent: days.slice(-30),
    cohorts: countCohorts(sizes, countedOf(leftOfCohorts, definitions), today),
    reasons: countBy(leavingReasons, ({ reason }) => reason),
    kinds: countBy(departureKinds, ({ kind }) => kind),
    uncounted: sumOf(told) - sumOf(counted),
    contracts: [{ id: '', carrier: '', title: '' }, ...accounts].map(({ id, carrier, title }) => ({
      id,
      carrier,
      title,
      current: definitionOn(definitions, today, id),
    })),
    definitions: definitions.map(({ from: begins, kinds, silentDays, carrierAccountId }) => ({
      from: begins,
      kinds,
      silentDays,
      carrierAccountId,
    })),
    today,
    mayWrite: can(actor, 'churn:write'),
  };
}

/** The first day of a month so many months before. */
function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}
