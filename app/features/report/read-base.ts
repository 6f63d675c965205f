import type { BaseMonth } from '#app/features/churn/active-base.ts';
import { readChurnPage } from '#app/features/churn/read-churn-page.ts';
import { figureOf } from '#app/features/metric/figure.ts';
import type { Figure, MetricKey } from '#app/features/metric/metric.ts';
import { readFigures } from '#app/features/metric/read-figures.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { wholeMonth } from './period.ts';
import { type ReportReader, readCompared, readSurroundings, readTakenApart } from './read-month.ts';

const ofMonth = [
  ...(['activeBase', 'linesJoined', 'linesReturned', 'linesLeft', 'churnRate'] as const),
  ...(['leavingTalks', 'savedShare'] as const),
] satisfies MetricKey[];
const ofPart = ['activeBase', 'linesJoined', 'linesReturned', 'linesLeft', 'churnRate'] as const;

export type BaseView = Awaited<ReturnType<typeof readBase>>;

/** The active base, who left it and who was kept, of one month and by what lines are. */
export async function readBase(reader: ReportReader, search: URLSearchParams) {
  const around = await readSurroundings(reader, search);
  const { period, today } = around;
  const { months, cohorts, reasons, kinds, uncounted } = await readChurnPage(reader, today);
  const [first] = months;
  const from = `${first?.month ?? period.month}-01`;
  const talks = await readFigures(reader.db, {
    ...reader,
    metrics: ['savedShare'],
    from,
    to: today,
    steps: 'month',
  });
  return {
    around,
    months: months.map((month) => ({
      ...monthFigures(month, today),
      saved: talks.find(({ step }) => step === month.month) ?? null,
    })),
    rates: months,
    cohorts: cohorts.map((cohort) => ({
      ...cohort,
      joined: counted('linesJoined', wholeMonth(cohort.month), cohort.lines),
    })),
    reasons,
    kinds,
    uncounted,
    compared: await readCompared(reader, period, ofMonth),
    carriers: await readTakenApart(reader, period, ofPart, 'carrier'),
    plans: await readTakenApart(reader, period, ofPart, 'plan'),
  };
}

/** A month of the base as numbers that open: the sums of its days are the sums of the registry. */
function monthFigures(month: BaseMonth, today: string) {
  const whole = wholeMonth(month.month);
  const period = { from: whole.from, to: whole.to < today ? whole.to : today };
  const dayBefore = addDays(whole.from, -1);
  return {
    month: month.month,
    net: month.joined + month.returned - month.left,
    start: counted('activeBase', { from: dayBefore, to: dayBefore }, month.start),
    joined: counted('linesJoined', period, month.joined),
    returned: counted('linesReturned', period, month.returned),
    left: counted('linesLeft', period, month.left),
    end: counted('activeBase', { from: period.to, to: period.to }, month.end),
    rate: counted('churnRate', period, month.left, month.start),
  };
}

function counted(
  metric: MetricKey,
  period: Figure['period'],
  numerator: number,
  denominator: number | null = null,
): Figure {
  const apart = { dimension: null, key: null, step: null, isProvisional: false };
  return figureOf({ metric, period, ...apart, numerator, denominator });
}
