import { uncalibrated } from '#app/features/prediction/calibrate.ts';
import { fitModel, foretell } from '#app/features/prediction/fit-model.ts';
import { aucOf, brierOf, calibrationErrorOf, liftAt, logLossOf } from '#app/features/prediction/metrics.ts';
import type { Samples } from '#app/features/prediction/model.ts';
import { compileScorer } from '#app/features/prediction/scorer.ts';
import { drawFolds, pickRows, shuffleLabels } from '#app/features/prediction/split-rows.ts';
import type { Measured } from '#tests/bench/bench.ts';
import type { EvalContext } from './eval.ts';
import { findLeaks, keepColumns } from './find-leaks.ts';
import { checkColumns, readColumns, readTable } from './read-table.ts';

const folds = 5;
/** Two for each part: one alone would leave parts without any. */
const leastHappened = 2 * folds;

/** Foretells a column of two values from all the others, five-fold; columns that seem to know the answer are named, and left out where that is sure. */
export async function churn({ say, options }: EvalContext): Promise<Measured> {
  if (!options.data || !options.target) throw new Error('Say what: --data FILE --target COLUMN.');
  const seed = Number(options.seed ?? 42);
  const { samples, leftOut } = readSamples(options.data, options.target);
  say(`${samples.labels.length} rows, ${samples.columns.length} columns.`);
  const names = samples.columns.map(({ name }) => name);
  const suspicious = findLeaks(samples, names, seed);
  const kept = names.filter((name) => !suspicious.some(({ column, isSure }) => isSure && column === name));
  const clean = keepColumns(samples, kept);
  const judged = crossValidate(clean, seed);
  const mixed = crossValidate({ ...clean, labels: shuffleLabels(clean.labels, seed) }, seed);
  const model = fitModel('additive', clean);
  const rowsPerSecond = measureScoring(clean);
  return {
    figures: { ...judged, rowsPerSecond, shuffled: mixed.auc, leftOut, suspicious },
    limited: {
      auc: judged.auc,
      brier: judged.brier,
      calibrationError: judged.calibrationError,
      lift: judged.lift,
      trainingMs: judged.trainingMs,
      rowsPerSecond,
      modelBytes: JSON.stringify(model).length,
      shuffledAucLeast: mixed.auc,
      shuffledAucMost: mixed.auc,
    },
  };
}

/** Of the target's two words the rarer one is what is foretold; rows without it say nothing. */
function readSamples(path: string, target: string): { samples: Samples; leftOut: string[] } {
  const all = readTable(path);
  checkColumns(all, [target]);
  const rows = all.filter((row) => row[target]);
  const words = Map.groupBy(rows, (row) => row[target] ?? '');
  if (words.size !== 2) throw new Error(`"${target}" has ${words.size} values, not two.`);
  const [rarer] = [...words].sort(([, a], [, b]) => a.length - b.length);
  const happened = rarer?.[1].length ?? 0;
  if (happened < leastHappened)
    throw new Error(
      `"${rarer?.[0]}" stands in ${happened} rows; under ${leastHappened} nothing can be judged.`,
    );
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== target);
  const { columns, values, leftOut } = readColumns(rows, names);
  if (columns.length === 0) throw new Error('No column is left to foretell it from.');
  const labels = Uint8Array.from(rows, (row) => (row[target] === rarer?.[0] ? 1 : 0));
  return { samples: { columns, values, labels }, leftOut };
}

function crossValidate(samples: Samples, seed: number) {
  const drawn = drawFolds(samples.labels, folds, seed);
  const rows = [...samples.labels.keys()];
  const foretold = new Float64Array(rows.length);
  const judged = Array.from({ length: folds }, (_, fold) => {
    const made = pickRows(
      samples,
      rows.filter((row) => drawn[row] !== fold),
    );
    const outside = rows.filter((row) => drawn[row] === fold);
    const judging = pickRows(samples, outside);
    const startedAt = process.cpuUsage().user;
    const model = fitModel('additive', made);
    const trainingMs = (process.cpuUsage().user - startedAt) / 1000;
    const probabilities = foretell(model, judging);
    for (const [place, row] of outside.entries()) foretold[row] = probabilities[place] ?? 0;
    return {
      auc: aucOf(probabilities, judging.labels),
      lift: liftAt(0.1, probabilities, judging.labels),
      trainingMs,
    };
  });
  const mean = (figure: 'auc' | 'lift') => judged.reduce((sum, one) => sum + one[figure], 0) / folds;
  return {
    auc: mean('auc'),
    lift: mean('lift'),
    trainingMs: median(judged.map(({ trainingMs }) => trainingMs)),
    brier: brierOf(foretold, samples.labels),
    calibrationError: calibrationErrorOf(foretold, samples.labels),
    logLoss: logLossOf(foretold, samples.labels),
  };
}

/** With the reasons in order, on one core; the best of five, for whatever else the machine does only takes away. */
function measureScoring(samples: Samples): number {
  const { probabilityOf, order } = compileScorer({
    ...fitModel('additive', samples),
    calibration: uncalibrated,
  });
  const rows = Array.from(samples.labels, (_, row) =>
    Float64Array.from(samples.values, (own) => own[row] ?? Number.NaN),
  );
  // The order of hundreds of reasons takes its time.
  const enough = Math.min(200_000, 4_000_000 / samples.columns.length);
  const speeds = Array.from({ length: 5 }, () => {
    const startedAt = process.cpuUsage().user;
    let [scored, used] = [0, 0];
    while (scored < enough) {
      for (const row of rows) used += probabilityOf(row) + (order[0] ?? 0);
      scored += rows.length;
    }
    if (!Number.isFinite(used)) throw new Error('A probability is no number.');
    return scored / ((process.cpuUsage().user - startedAt) / 1e6);
  });
  return Math.round(Math.max(...speeds));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
