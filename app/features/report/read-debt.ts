import { overdueBuckets } from '#app/features/debt-board/overdue-buckets.ts';
import { type Overdue, readBoard } from '#app/features/debt-board/read-board.ts';
import { figureOf } from '#app/features/metric/figure.ts';
import type { Figure } from '#app/features/metric/metric.ts';
import { type Bucket, buckets } from '#app/features/receivable/ageing.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { listDebtRolls } from '#db/tenant/queries/debt-history.ts';
import { monthsBefore } from './period.ts';
import { type ReportReader, readCompared, readSurroundings } from './read-month.ts';

const yearDays = 370;
/** From the last bucket nothing rolls on. */
const nothing = { numerator: 0, denominator: 0 };

export type DebtView = Awaited<ReturnType<typeof readDebt>>;

/** What is overdue, what was collected of it and what rolled on; nobody's name and no list of debtors. */
export async function readDebt(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { ageing } = await readBoard(reader);
  const rolls = await listDebtRolls(reader.db, addDays(around.today, -yearDays));
  return {
    around,
    ageing,
    overdue: ageing.map(({ on, by }) => ({
      on,
      figures: overdueBuckets.map((bucket) => overdueOn(on, bucket, by[bucket])),
    })),
    rates: [...Map.groupBy(rolls, ({ on }) => on)].map(([on, rows]) => ({
      on,
      by: overdueBuckets.map((bucket) => rolledFrom(on, bucket, rows)),
    })),
    month: await readCompared(reader, around.period, ['debtCollected', 'promisesKept']),
  };
}

type Rolled = Awaited<ReturnType<typeof listDebtRolls>>;

/** Of what stood in a bucket a month before: what went on to the next one, and who is overdue no more. */
function rolledFrom(on: string, key: Bucket, rows: Rolled): { roll: Figure; cure: Figure } {
  const own = rows.filter(({ fromBucket }) => fromBucket === key);
  const next = buckets[buckets.indexOf(key) + 1];
  const sum = (of: 'receivables' | 'kopecks' | 'leftKopecks', to?: Bucket) =>
    own.filter(({ toBucket }) => !to || toBucket === to).reduce((all, row) => all + row[of], 0);
  const period = { from: `${monthsBefore(on.slice(0, 7), 1)}-01`, to: on };
  const apart = { period, dimension: 'bucket', key, step: null, isProvisional: false } as const;
  const moved = next ? { numerator: sum('leftKopecks', next), denominator: sum('kopecks') } : nothing;
  const cured = { numerator: sum('receivables', 'current'), denominator: sum('receivables') };
  return {
    roll: figureOf({ metric: 'rollRate', ...apart, ...moved }),
    cure: figureOf({ metric: 'cureRate', ...apart, ...cured }),
  };
}

function overdueOn(on: string, key: string, { kopecks }: Overdue): Figure {
  const apart = { dimension: 'bucket', key, step: null, isProvisional: false } as const;
  const sums = { numerator: kopecks, denominator: null };
  return figureOf({ metric: 'debtOverdue', period: { from: on, to: on }, ...apart, ...sums });
}
