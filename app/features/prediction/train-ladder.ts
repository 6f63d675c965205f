import { calibrate, uncalibrated } from './calibrate.ts';
import { fitModel, foretell, type LearntKind } from './fit-model.ts';
import { aucOf, brierOf, logLossOf } from './metrics.ts';
import type { ModelParameters, Rung, Samples } from './model.ts';
import { pickRows } from './split-rows.ts';

export type Ladder = {
  chosen: ModelParameters;
  /** From the simplest. */
  rungs: Rung[];
  /** The rows that judged, from `heldOutFrom` on. */
  heldOut: Samples;
  heldOutFrom: number;
};

/** What a model must win by over the simpler one: tables are harder to explain than weights. */
const leastGain: Record<LearntKind, number> = { logistic: 0, additive: 0.01 };

/**
 * From the simplest model up, each taken only where it beats the one before it on the latest fifth of the rows, which
 * none of them has seen. `samples`: in the order of time. The first 65 % make the model, the next 15 % calibrate it.
 */
export function trainLadder(samples: Samples, coldStart: ModelParameters, ridge: number): Ladder {
  const rows = samples.labels.length;
  const [made, heldOutFrom] = [Math.floor(rows * 0.65), Math.floor(rows * 0.8)];
  const partOf = (from: number, to: number) =>
    pickRows(
      samples,
      Array.from({ length: to - from }, (_, index) => from + index),
    );
  const [making, calibrating, heldOut] = [
    partOf(0, made),
    partOf(made, heldOutFrom),
    partOf(heldOutFrom, rows),
  ];
  const additive = fitModel('additive', making, chooseShrinkage(making));
  const models = [coldStart, fitModel('logistic', making, ridge), additive].map((model) =>
    calibrateOn(model, calibrating),
  );
  const judged = models.map((model) => ({ model, rung: judge(model, heldOut) }));
  const best = judged.reduce((chosen, next) => (isBetter(next.rung, chosen.rung) ? next : chosen));
  return { chosen: best.model, rungs: judged.map(({ rung }) => rung), heldOut, heldOutFrom };
}

/** Rows of no opinion against which tables are learnt: of what happens seldom as many rows tell less. */
const shrinkages = [20, 60, 200] as const;

/** What foretells the later part of the rows best when it is learnt from the earlier. */
function chooseShrinkage(making: Samples): number {
  const rows = [...making.labels.keys()];
  const earlier = Math.floor(rows.length * 0.7);
  const [learnt, later] = [pickRows(making, rows.slice(0, earlier)), pickRows(making, rows.slice(earlier))];
  const missed = shrinkages.map((ridge) => ({
    ridge,
    loss: logLossOf(foretell(fitModel('additive', learnt, ridge), later), later.labels),
  }));
  return missed.reduce((best, next) => (next.loss < best.loss ? next : best)).ridge;
}

export function judge(model: ModelParameters, heldOut: Samples): Rung {
  const probabilities = foretell(model, heldOut);
  return {
    kind: model.kind,
    auc: aucOf(probabilities, heldOut.labels),
    brier: brierOf(probabilities, heldOut.labels),
  };
}

function isBetter({ kind, auc }: Rung, { auc: simpler }: Rung): boolean {
  return auc > simpler + (kind === 'scorecard' ? 0 : leastGain[kind]);
}

function calibrateOn(model: ModelParameters, rows: Samples): ModelParameters {
  const probabilities = foretell({ ...model, calibration: uncalibrated }, rows);
  // A score so high that its probability is 1 has no log odds.
  const logOdds = probabilities.map((p) => Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9)));
  return { ...model, calibration: calibrate(logOdds, rows.labels) };
}
