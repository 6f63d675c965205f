import { overdueBuckets } from '#app/features/debt-board/overdue-buckets.ts';
import { type Overdue, readBoard } from '#app/features/debt-board/read-board.ts';
import { figureOf } from '#app/features/metric/figure.ts';
import type { Figure } from '#app/features/metric/metric.ts';
import { type ReportReader, readCompared, readSurroundings } from './read-month.ts';

export type DebtView = Awaited<ReturnType<typeof readDebt>>;

/** What is overdue, what was collected of it and what rolled on; nobody's name and no list of debtors. */
export async function readDebt(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { ageing, rates } = await readBoard(reader);
  return {
    around,
    ageing,
    overdue: ageing.map(({ on, by }) => ({
      on,
      figures: overdueBuckets.map((bucket) => overdueOn(on, bucket, by[bucket])),
    })),
    rates,
    month: await readCompared(reader, around.period, ['debtCollected', 'promisesKept']),
  };
}

function overdueOn(on: string, key: string, { kopecks }: Overdue): Figure {
  const apart = { dimension: 'bucket', key, step: null, isProvisional: false } as const;
  const sums = { numerator: kopecks, denominator: null };
  return figureOf({ metric: 'debtOverdue', period: { from: on, to: on }, ...apart, ...sums });
}
