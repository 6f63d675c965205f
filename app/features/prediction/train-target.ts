import { daysBetween } from '#app/features/sla/calendar-date.ts';
import { sharesBy, spreadOf, stabilityIndex } from './drift.ts';
import { foretell } from './fit-model.ts';
import { aucInterval, calibrationBins, calibrationErrorOf } from './metrics.ts';
import type { ModelCard, ModelParameters, Rung, Samples, TrainingCard } from './model.ts';
import type { Drift } from './prediction.ts';
import { compileScorer } from './scorer.ts';
import { pickRows } from './split-rows.ts';
import { judge, type Ladder, trainLadder } from './train-ladder.ts';

/** Earlier forecasts replayed, in the order of their dates. `subjects`: of how many debts, or lines, they are. */
export type ReplayedRows = { samples: Samples; dates: readonly string[]; subjects: number };
export type InForce = { parameters: ModelParameters; card: ModelCard };

/** How a target is learnt. `undrifted`: columns that move by themselves, which is no drift. */
export type TargetSetup = {
  coldStart: ModelParameters;
  ridge: number;
  undrifted: readonly string[];
  /** The rows whose drift is asked for: so many days before the training. */
  recentDays: number;
};
export type TrainingResult = {
  rows: number;
  drift: Drift[];
  /** Null: too little is known yet to learn from. */
  trained: { parameters: ModelParameters; card: TrainingCard; isBetter: boolean } | null;
};

const leastRows = 300;
/** Of each outcome among the rows that judge: under that chance says who is better. */
const leastJudged = 20;
const leastRecent = 50;

/** Learns from what has been, and tells whether that beats what is in force on rows that neither has seen. */
export function trainTarget(
  replayed: ReplayedRows,
  setup: TargetSetup,
  { until, inForce }: { until: string; inForce: InForce | null },
): TrainingResult {
  const { samples, dates, subjects } = replayed;
  const rows = dates.length;
  const drift = driftOf(replayed, setup, until, inForce?.card.training ?? null);
  if (rows < leastRows) return { rows, drift, trained: null };
  const ladder = trainLadder(samples, setup.coldStart, setup.ridge);
  const happened = sum(ladder.heldOut.labels);
  if (Math.min(happened, ladder.heldOut.labels.length - happened) < leastJudged)
    return { rows, drift, trained: null };
  const heldOutFrom = dates[ladder.heldOutFrom] ?? until;
  const last = inForce && judgeInForce(inForce, ladder.heldOut, heldOutFrom);
  const from = dates[0] ?? until;
  const around = { subjects, from, until, heldOutFrom, beaten: last };
  const card = cardOf(samples, ladder, around, setup.undrifted);
  return { rows, drift, trained: { parameters: ladder.chosen, card, isBetter: !last || beats(card, last) } };
}

/** Null: some of the rows that judge had made that model, and it would only show what it learnt by heart. */
function judgeInForce({ parameters, card }: InForce, heldOut: Samples, from: string): Rung | null {
  if (card.training && card.training.heldOutFrom > from) return null;
  const unknown = new Float64Array(heldOut.labels.length).fill(Number.NaN);
  const values = parameters.terms.map((term) => {
    const place = heldOut.columns.findIndex(({ name }) => name === term.name);
    const [column, own = unknown] = [heldOut.columns[place], heldOut.values[place]];
    if (term.kind !== 'levels' || column?.kind !== 'category') return own;
    const levels = column.levels.map((level) => term.levels.indexOf(level));
    return own.map((level) => levels[level] ?? Number.NaN);
  });
  return judge(parameters, { ...heldOut, values });
}

/** By the order; where that is as good as equal, by how well the probability holds. */
function beats(next: Pick<Rung, 'auc' | 'brier'>, last: Rung): boolean {
  const gain = next.auc - last.auc;
  return Math.abs(gain) < 0.002 ? next.brier < last.brier : gain > 0;
}

type Around = Pick<TrainingCard, 'subjects' | 'from' | 'until' | 'heldOutFrom' | 'beaten'>;

function cardOf(
  samples: Samples,
  ladder: Ladder,
  around: Around,
  undrifted: readonly string[],
): TrainingCard {
  const { chosen, rungs, heldOut } = ladder;
  const probabilities = foretell(chosen, heldOut);
  const { auc, brier } = judge(chosen, heldOut);
  const heldOutHappened = sum(heldOut.labels);
  const { low, high } = aucInterval(auc, heldOutHappened, heldOut.labels.length - heldOutHappened);
  const made = pickRows(
    samples,
    Array.from({ length: ladder.heldOutFrom }, (_, row) => row),
  );
  return {
    ...around,
    rows: samples.labels.length,
    happened: sum(samples.labels),
    heldOut: heldOut.labels.length,
    heldOutHappened,
    auc,
    aucLow: low,
    aucHigh: high,
    brier,
    rungs,
    calibrationError: calibrationErrorOf(probabilities, heldOut.labels),
    calibration: calibrationBins(probabilities, heldOut.labels),
    weights: weightsOf(chosen, made),
    base: spreadOf(heldOut).filter(({ name }) => !undrifted.includes(name)),
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

/** The latest rows against what the model in force was made from; of a few nothing is said. */
function driftOf(
  { samples, dates }: ReplayedRows,
  { recentDays }: TargetSetup,
  until: string,
  training: TrainingCard | null,
): Drift[] {
  const recent = [...dates.keys()].filter((row) => daysBetween(dates[row] ?? until, until) <= recentDays);
  if (!training || recent.length < leastRecent) return [];
  const { columns, values } = pickRows(samples, recent);
  return training.base.map(({ name, cuts, shares }) => {
    const own = values[columns.findIndex((column) => column.name === name)] ?? new Float64Array();
    return { name, index: Math.round(1000 * stabilityIndex(shares, sharesBy(cuts, own))) / 1000 };
  });
}

function sum(labels: Uint8Array): number {
  return labels.reduce((all, label) => all + label, 0);
}
