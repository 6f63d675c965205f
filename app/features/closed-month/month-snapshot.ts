import type { Figure, MetricKey } from '#app/features/metric/metric.ts';
import type { ServiceTerms } from '#app/features/service-terms/service-terms.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';

/** A number of a closed month: a sum, or two of which it is the quotient. Whole months have no `step`. */
export type FrozenFigure = Pick<
  Figure,
  'metric' | 'dimension' | 'key' | 'step' | 'numerator' | 'denominator' | 'interval' | 'isProvisional'
>;

/** Everything a month was told by: it can be read and reckoned anew without the rest of the database. */
export type MonthSnapshot = {
  /** Since 2 intervals are frozen too. */
  version: 1 | 2;
  tenantId: string;
  month: string;
  timeZone: string;
  /** The newest version of the metrics that were counted. */
  registry: number;
  terms: { id: string; effectiveFrom: string; terms: ServiceTerms } | null;
  /** What each metric is, in the words of that day. */
  definitions: Record<'ru' | 'en', Partial<Record<MetricKey, Record<string, string>>>>;
  figures: readonly FrozenFigure[];
};

type Counted = Pick<FrozenFigure, 'numerator' | 'denominator'>;
export type Difference = Pick<FrozenFigure, 'metric' | 'dimension' | 'key'> & {
  before: Counted | null;
  after: Counted | null;
};

/** What two tellings of a month's whole figures do not agree about, in the order of the later. */
export function differencesOf(before: readonly FrozenFigure[], after: readonly FrozenFigure[]): Difference[] {
  const [earlier, later] = [wholeByName(before), wholeByName(after)];
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((name) => {
    const [was, is] = [earlier.get(name), later.get(name)];
    const known = is ?? was;
    if (!known || (was?.numerator === is?.numerator && was?.denominator === is?.denominator)) return [];
    const { metric, dimension, key } = known;
    return [{ metric, dimension, key, before: countedOf(was), after: countedOf(is) }];
  });
}

function wholeByName(figures: readonly FrozenFigure[]): Map<string, FrozenFigure> {
  const whole = figures.filter(({ step }) => step === null);
  return new Map(whole.map((one) => [`${one.metric} ${one.dimension} ${one.key}`, one]));
}

function countedOf(figure: FrozenFigure | undefined): Counted | null {
  return figure ? { numerator: figure.numerator, denominator: figure.denominator } : null;
}

/** The first and the last date of `2026-10`. */
export function datesOf(month: string): { from: string; to: string } {
  return { from: `${month}-01`, to: addDays(`${nextMonth(month)}-01`, -1) };
}

export function nextMonth(month: string): string {
  return addDays(`${month}-28`, 4).slice(0, 7);
}

export function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7);
}
