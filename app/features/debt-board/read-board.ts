import { type Actor, can } from '#app/features/access/can.ts';
import { type Bucket, cureRate, rollRate } from '#app/features/receivable/ageing.ts';
import { wilsonInterval } from '#app/features/scorecard/wilson-interval.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import {
  countHolds,
  countRefusals,
  countSuspensions,
  listForetoldDebts,
  sumOverdue,
  sumPromises,
} from '#db/tenant/queries/debt-board.ts';
import { listDebtDays, listDebtRolls } from '#db/tenant/queries/debt-history.ts';
import { overdueBuckets } from './overdue-buckets.ts';
import { readTrialResult } from './read-trial-result.ts';
import { recentDays } from './recent-days.ts';

export type BoardReader = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type Overdue = { receivables: number; kopecks: number };

const yearDays = 370;
const dayMs = 86_400_000;

/** Everything on the manager's board. */
export async function readBoard({ db, actor, now, timeZone }: BoardReader) {
  const today = dateAt(now.getTime(), timeZone);
  const since = addDays(today, -yearDays);
  return {
    today,
    mayWrite: can(actor, 'debt:write'),
    ageing: await readAgeing(db, today, since),
    rates: await readRates(db, since),
    promises: summarise(await sumPromises(db, addDays(today, -recentDays.promises))),
    forecast: (await listForetoldDebts(db, today, 12)).toReversed(),
    trial: await readTrialResult(db, today, timeZone),
    holds: await countHolds(db),
    suspensions: await countSuspensions(db),
    refusals: await countRefusals(db, new Date(now.getTime() - recentDays.refusals * dayMs)),
  };
}
export type Board = Awaited<ReturnType<typeof readBoard>>;

/** Now, and at the beginning of each month that was counted. */
async function readAgeing(db: TenantDb, today: string, since: string) {
  const counted = (await listDebtDays(db, since)).filter(({ on }) => on.endsWith('-01') && on < today);
  const months = [...Map.groupBy(counted, ({ on }) => on)].map(([on, rows]) => ({ on, by: byBucket(rows) }));
  return [...months, { on: today, by: byBucket(await sumOverdue(db, today)) }];
}

function byBucket(rows: readonly (Overdue & { bucket: Bucket })[]): Record<Bucket, Overdue> {
  const of = (bucket: Bucket) => {
    const row = rows.find((one) => one.bucket === bucket);
    return { receivables: row?.receivables ?? 0, kopecks: row?.kopecks ?? 0 };
  };
  return {
    current: of('current'),
    '1-30': of('1-30'),
    '31-60': of('31-60'),
    '61-90': of('61-90'),
    '90+': of('90+'),
  };
}

/** Roll and cure rates of each month that was counted, by bucket. */
async function readRates(db: TenantDb, since: string) {
  const rolls = await listDebtRolls(db, since);
  return [...Map.groupBy(rolls, ({ on }) => on)].map(([on, rows]) => {
    const aged = rows.map(({ fromBucket, toBucket, receivables, kopecks, leftKopecks }) => ({
      receivables,
      before: { bucket: fromBucket, kopecks },
      after: { bucket: toBucket, kopecks: leftKopecks },
    }));
    return {
      on,
      by: overdueBuckets.map((bucket) => ({
        bucket,
        stood: aged
          .filter(({ before }) => before.bucket === bucket)
          .reduce((total, { receivables }) => total + receivables, 0),
        roll: rollRate(aged, bucket),
        cure: cureRate(aged, bucket),
      })),
    };
  });
}

function summarise(rows: Awaited<ReturnType<typeof sumPromises>>) {
  const of = (state: 'kept' | 'broken') => rows.find((row) => row.state === state);
  const [kept, broken] = [of('kept'), of('broken')];
  const all = (kept?.promises ?? 0) + (broken?.promises ?? 0);
  return {
    kept: kept?.promises ?? 0,
    broken: broken?.promises ?? 0,
    debts: { kept: kept?.debts ?? 0, broken: broken?.debts ?? 0 },
    keptShare: wilsonInterval(kept?.promises ?? 0, all),
    promisedKopecks: (kept?.kopecks ?? 0) + (broken?.kopecks ?? 0),
    paidKopecks: (kept?.paidKopecks ?? 0) + (broken?.paidKopecks ?? 0),
  };
}
