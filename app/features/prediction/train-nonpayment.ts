import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { type BalanceCourse, balanceFallOf } from './balance-course.ts';
import { sharesBy, spreadOf, stabilityIndex } from './drift.ts';
import { foretell } from './fit-model.ts';
import { aucInterval, calibrationBins, calibrationErrorOf } from './metrics.ts';
import type { ModelCard, ModelParameters, Rung, Samples, TrainingCard } from './model.ts';
import { nonpaymentColumns, nonpaymentRidge } from './nonpayment-features.ts';
import type { Drift } from './prediction.ts';
import { type BalanceFall, type PastCharge, type ReplayedCharge, replayCharges } from './replay-charges.ts';
import { scorecard } from './scorecard.ts';
import { compileScorer } from './scorer.ts';
import { pickRows } from './split-rows.ts';
import { judge, type Ladder, trainLadder } from './train-ladder.ts';

/**
 * `histories`: the charges of one receivable each; `until`: the date on which the training stands; `courses`: of each
 * history how its balance went, its days counted from `until`; without them nothing is known of balances.
 */
export type TrainingInput = {
  histories: readonly (readonly PastCharge[])[];
  courses?: readonly (BalanceCourse | null)[];
  until: string;
  inForce: { parameters: ModelParameters; card: ModelCard } | null;
};
export type TrainingResult = {
  charges: number;
  drift: Drift[];
  /** Null: too little is known yet to learn from. */
  trained: { parameters: ModelParameters; card: TrainingCard; isBetter: boolean } | null;
};

const leastCharges = 300;
/** Of each outcome among the charges that judge: under that chance says who is better. */
const leastJudged = 20;
const recentDays = 62;
const leastRecent = 50;
/** They grow by themselves from month to month: that is no drift. */
const ageing = ['charges', 'tenureDays'];

/** Learns from what has been, and tells whether that beats what is in force on charges that neither has seen. */
export function trainNonpayment({ histories, courses, until, inForce }: TrainingInput): TrainingResult {
  const replayed = histories
    .flatMap((own, place) => replayCharges(own, until, fallsOf(courses?.[place] ?? null, until)))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const samples = samplesOf(replayed);
  const drift = driftOf(replayed, until, inForce?.card.training ?? null);
  if (replayed.length < leastCharges) return { charges: replayed.length, drift, trained: null };
  const ladder = trainLadder(samples, scorecard, nonpaymentRidge);
  const late = sum(ladder.heldOut.labels);
  if (Math.min(late, ladder.heldOut.labels.length - late) < leastJudged)
    return { charges: replayed.length, drift, trained: null };
  const heldOutFrom = replayed[ladder.heldOutFrom]?.asOf ?? until;
  const last = inForce && judgeInForce(inForce, ladder.heldOut, heldOutFrom);
  const card = cardOf(samples, replayed, ladder, {
    receivables: histories.length,
    until,
    heldOutFrom,
    beaten: last,
  });
  return {
    charges: replayed.length,
    drift,
    trained: { parameters: ladder.chosen, card, isBetter: !last || beats(card, last) },
  };
}

function fallsOf(course: BalanceCourse | null, until: string): BalanceFall {
  return course ? (asOf) => balanceFallOf(course, daysBetween(until, asOf)) : () => null;
}

export function samplesOf(replayed: readonly Pick<ReplayedCharge, 'features' | 'isLate'>[]): Samples {
  return {
    columns: nonpaymentColumns,
    values: nonpaymentColumns.map((_, column) =>
      Float64Array.from(replayed, ({ features }) => features[column] ?? Number.NaN),
    ),
    labels: Uint8Array.from(replayed, ({ isLate }) => (isLate ? 1 : 0)),
  };
}

/** Null: some of the charges that judge had made that model, and it would only show what it learnt by heart. */
function judgeInForce(
  { parameters, card }: NonNullable<TrainingInput['inForce']>,
  heldOut: Samples,
  from: string,
): Rung | null {
  if (card.training && card.training.heldOutFrom > from) return null;
  const places = parameters.terms.map(({ name }) =>
    nonpaymentColumns.findIndex((column) => column.name === name),
  );
  const values = places.map(
    (place) => heldOut.values[place] ?? new Float64Array(heldOut.labels.length).fill(Number.NaN),
  );
  return judge(parameters, { ...heldOut, values });
}

/** By the order; where that is as good as equal, by how well the probability holds. */
function beats(next: Pick<Rung, 'auc' | 'brier'>, last: Rung): boolean {
  const gain = next.auc - last.auc;
  return Math.abs(gain) < 0.002 ? next.brier < last.brier : gain > 0;
}

type Around = { receivables: number; until: string; heldOutFrom: string; beaten: Rung | null };

function cardOf(
  samples: Samples,
  replayed: readonly ReplayedCharge[],
  ladder: Ladder,
  around: Around,
): TrainingCard {
  const { chosen, rungs, heldOut } = ladder;
  const probabilities = foretell(chosen, heldOut);
  const { auc, brier } = judge(chosen, heldOut);
  const heldOutLate = sum(heldOut.labels);
  const { low, high } = aucInterval(auc, heldOutLate, heldOut.labels.length - heldOutLate);
  const made = pickRows(
    samples,
    Array.from({ length: ladder.heldOutFrom }, (_, row) => row),
  );
  return {
    ...around,
    charges: replayed.length,
    late: sum(samples.labels),
    from: replayed[0]?.asOf ?? around.until,
    heldOut: heldOut.labels.length,
    heldOutLate,
    ...{ auc, aucLow: low, aucHigh: high, brier, rungs },
    calibrationError: calibrationErrorOf(probabilities, heldOut.labels),
    calibration: calibrationBins(probabilities, heldOut.labels),
    weights: weightsOf(chosen, made),
    base: spreadOf(heldOut).filter(({ name }) => !ageing.includes(name)),
  };
}

/** The standard deviation of what each term adds; what moves nothing is left out. */
function weightsOf(model: ModelParameters, { values, labels }: Samples): TrainingCard['weights'] {
  const { probabilityOf, contributions } = compileScorer(model);
  const squares = new Float64Array(contributions.length);
  const sums = new Float64Array(contributions.length);
  for (const row of labels.keys()) {
    probabilityOf(values.map((own) => own[row] ?? Number.NaN));
    for (const [term, own] of contributions.entries()) {
      sums[term] = (sums[term] ?? 0) + own;
      squares[term] = (squares[term] ?? 0) + own * own;
    }
  }
  const spread = (term: number) => {
    const mean = (sums[term] ?? 0) / labels.length;
    return (
      Math.sqrt(Math.max(0, (squares[term] ?? 0) / labels.length - mean * mean)) * model.calibration.slope
    );
  };
  return model.terms
    .map(({ name }, term) => ({ name, weight: Math.round(spread(term) * 1000) / 1000 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

/** The latest two months against what the model in force was made from; of a few charges nothing is said. */
function driftOf(replayed: readonly ReplayedCharge[], until: string, training: TrainingCard | null): Drift[] {
  const recent = replayed.filter(({ asOf }) => daysBetween(asOf, until) <= recentDays);
  if (!training || recent.length < leastRecent) return [];
  const { values } = samplesOf(recent);
  return training.base.map(({ name, cuts, shares }) => {
    const own = values[nonpaymentColumns.findIndex((column) => column.name === name)] ?? new Float64Array();
    return { name, index: Math.round(1000 * stabilityIndex(shares, sharesBy(cuts, own))) / 1000 };
  });
}

function sum(labels: Uint8Array): number {
  return labels.reduce((all, label) => all + label, 0);
}
