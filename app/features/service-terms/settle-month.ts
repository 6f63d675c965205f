import type { MetricKey } from '#app/features/metric/metric.ts';
import type { PromisedUnit, ServiceTerms, Threshold } from './service-terms.ts';

/** One metric of a month: a quotient of whole sums; a time's numerator is in milliseconds. */
export type SettledFigure = { metric: MetricKey; unit: PromisedUnit; numerator: number; denominator: number };

/**
 * What one threshold came to. `value` and `difference` are in the threshold's unit, rounded for showing: what is paid is
 * reckoned from the sums. `difference` above zero: better than promised. `amountKopecks` below zero: a penalty.
 */
export type SettledLine = Pick<Threshold, 'metric' | 'bound'> & {
  unit: PromisedUnit | null;
  threshold: number;
  value: number | null;
  difference: number | null;
  /** Started steps beyond the threshold, and the price of one. */
  steps: number;
  stepKopecks: number;
  amountKopecks: number;
  /** What the month's cap took off. */
  cutKopecks: number;
};

export type Settlement = {
  lines: SettledLine[];
  penaltyKopecks: number;
  bonusKopecks: number;
  dueKopecks: number;
};

/** A percentage point or a point of a score in thousandths; a second in milliseconds. */
function stepOf(unit: PromisedUnit): number {
  return unit === 'ms' ? 1000 : 10;
}

/** What a month costs the centre and brings it, by its contract, in whole kopecks. A metric nothing is known of is not paid for. */
export function settleMonth(terms: ServiceTerms, figures: readonly SettledFigure[]): Settlement {
  let penaltyLeft = partOf(terms.feeKopecks, terms.mostPenaltyPerMille);
  let bonusLeft = partOf(terms.feeKopecks, terms.mostBonusPerMille);
  const lines = terms.thresholds.map((threshold) => {
    const line = measure(
      threshold,
      figures.find(({ metric }) => metric === threshold.metric),
    );
    const asked = line.steps * line.stepKopecks;
    const isPenalty = (line.difference ?? 0) < 0;
    const given = Math.min(asked, isPenalty ? penaltyLeft : bonusLeft);
    if (isPenalty) penaltyLeft -= given;
    else bonusLeft -= given;
    return { ...line, amountKopecks: isPenalty && given > 0 ? -given : given, cutKopecks: asked - given };
  });
  const sumOf = (sign: 1 | -1) =>
    lines.reduce((sum, line) => sum + Math.max(0, sign * line.amountKopecks), 0);
  const [penaltyKopecks, bonusKopecks] = [sumOf(-1), sumOf(1)];
  return {
    lines,
    penaltyKopecks,
    bonusKopecks,
    dueKopecks: terms.feeKopecks - penaltyKopecks + bonusKopecks,
  };
}

function partOf(kopecks: number, perMille: number): number {
  return Math.floor((kopecks * perMille) / 1000);
}

type Measured = Omit<SettledLine, 'amountKopecks' | 'cutKopecks'>;

function measure(threshold: Threshold, figure: SettledFigure | undefined): Measured {
  const { metric, bound, value: promised } = threshold;
  const known = { metric, bound, threshold: promised, unit: figure?.unit ?? null };
  if (!figure || figure.denominator === 0)
    return { ...known, value: null, difference: null, steps: 0, stepKopecks: 0 };
  const { unit, numerator, denominator } = figure;
  // In units of 1/denominator everything stays whole, so no rounding decides about money.
  const sum = unit === 'ms' ? numerator : numerator * 1000;
  const above = sum - promised * denominator;
  const better = bound === 'at-most' ? -above : above;
  const isPaid = bound !== 'target' && better !== 0;
  return {
    ...known,
    value: Math.round(sum / denominator),
    difference: awayFromZero(better / denominator),
    steps: isPaid ? Math.ceil(Math.abs(better) / (stepOf(unit) * denominator)) : 0,
    stepKopecks: better < 0 ? threshold.penaltyKopecks : threshold.bonusKopecks,
  };
}

/** A threshold that was missed by a hair was missed: it is not shown as met. */
function awayFromZero(value: number): number {
  return Math.sign(value) * Math.ceil(Math.abs(value)) || 0;
}
