import { figureOf } from '#app/features/metric/figure.ts';
import type { Figure } from '#app/features/metric/metric.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { mondayOf } from './own-report.ts';

/** Figures of days as figures of weeks from Monday; the step of each is its first and last day within the period. */
export function gatherWeeks(days: readonly Figure[]): Figure[] {
  const weeks = Map.groupBy(days, ({ metric, key, step }) => `${metric} ${key} ${mondayOf(step ?? '')}`);
  return [...weeks.values()].flatMap((own) => {
    const [first] = own;
    return first ? [weekOf(first, own)] : [];
  });
}

function weekOf(first: Figure, days: readonly Figure[]): Figure {
  const { from, to } = first.period;
  const monday = mondayOf(first.step ?? '');
  const sunday = addDays(monday, 6);
  return figureOf({
    ...first,
    step: `${monday < from ? from : monday}/${sunday > to ? to : sunday}`,
    ...sumOf(days),
    isProvisional: days.some(({ isProvisional }) => isProvisional),
  });
}

/** What days come to together: measures are sums, so their parts are simply added. */
export function sumOf(figures: readonly Figure[]): Pick<Figure, 'numerator' | 'denominator'> {
  const isSum = figures.every(({ denominator }) => denominator === null);
  return {
    numerator: figures.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: isSum ? null : figures.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0),
  };
}
