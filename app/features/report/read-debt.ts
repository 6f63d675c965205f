import { readBoard } from '#app/features/debt-board/read-board.ts';
import { countPromises, sumCollected } from '#db/tenant/queries/report-pages.ts';
import { type ReportReader, readSurroundings } from './read-month.ts';

export type DebtView = Awaited<ReturnType<typeof readDebt>>;

/** What is overdue, what was collected of it and what rolled on; nobody's name and no list of debtors. */
export async function readDebt(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { period } = around;
  const { ageing, rates } = await readBoard(reader);
  const sumsOf = async (span: { from: string; to: string }) => {
    const ended = await countPromises(reader.db, span);
    const of = (state: 'kept' | 'broken') => ended.find((one) => one.state === state)?.promises ?? 0;
    return { collected: await sumCollected(reader.db, span), kept: of('kept'), broken: of('broken') };
  };
  const sums = { now: await sumsOf(period), before: await sumsOf(period.before) };
  return { around, ageing, rates, sums };
}
