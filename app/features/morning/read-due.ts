import { addDays } from '#app/features/sla/calendar-date.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { TenantDb } from '#db/open.ts';
import { countOpenCalls } from '#db/tenant/queries/call-tasks.ts';
import { countBands, listAtRisk } from '#db/tenant/queries/churn-board.ts';
import { listDebtDays } from '#db/tenant/queries/debt-history.ts';
import { countByCarrier, sumChargesDue, sumPromisesDue } from '#db/tenant/queries/morning.ts';
import { countSuspensionsToSee } from '#db/tenant/queries/suspensions.ts';
import { slowAfterMs, stuckByCarrier } from './stuck.ts';

const dayMs = 86_400_000;
const mostAtRisk = 6;

/** What waits for the manager on this day: requests that do not move, debts, people who may leave. */
export async function readDue(db: TenantDb, now: Date, today: string) {
  const [stuck, debts, risk] = await Promise.all([
    countByCarrier(db, new Date(now.getTime() - slowAfterMs)),
    readDebts(db, now, today),
    readRisk(db),
  ]);
  return { stuck: stuckByCarrier(stuck), debts, risk };
}
export type DueView = Awaited<ReturnType<typeof readDue>>;

/** Null: this client company keeps no debts here. */
async function readDebts(db: TenantDb, now: Date, today: string) {
  const [counted, charges, promises, calls, suspensions] = await Promise.all([
    listDebtDays(db, addDays(today, -7)),
    sumChargesDue(db, today),
    sumPromisesDue(db, today),
    countOpenCalls(db, today),
    countSuspensionsToSee(db, new Date(now.getTime() + dayMs)),
  ]);
  const last = counted.at(-1)?.on;
  const overdue = counted.filter(({ on, bucket }) => on === last && bucket !== 'current');
  if (overdue.length === 0 && charges.debts + promises.debts + calls + suspensions === 0) return null;
  return { countedOn: last ?? null, overdue, charges, promises, calls, suspensions };
}

async function readRisk(db: TenantDb) {
  const [bands, rows] = await Promise.all([
    countBands(db),
    listAtRisk(db, { band: 'high', after: null }, mostAtRisk),
  ]);
  return {
    scored: bands.reduce((sum, { lines }) => sum + lines, 0),
    high: bands.find(({ band }) => band === 'high')?.lines ?? 0,
    lines: rows.map(({ msisdn, ...line }) => ({ ...line, maskedNumber: maskMsisdn(msisdn) })),
  };
}
