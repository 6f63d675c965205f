import { type ReportReader, readCompared, readSurroundings } from './read-month.ts';
import { tradeFigures } from './trade-figures.ts';

export type ScorecardView = Awaited<ReturnType<typeof readScorecard>>;

/** Ours beside what the trade publishes. */
export async function readScorecard(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const metrics = [...new Set(tradeFigures.flatMap(({ metric }) => (metric ? [metric] : [])))];
  return { around, ours: await readCompared(reader, around.period, metrics) };
}
