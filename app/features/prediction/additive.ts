import { type Binned, binColumn } from './bin-column.ts';
import { logOddsOf } from './log-odds.ts';
import { meanOfFits } from './mean-of-fits.ts';
import type { Column, Fit, Samples, Term } from './model.ts';

/**
 * `rate` and `ridge` shrink each step; a cut leaves `leastRows` on either side. `bins`: into how many steps a number is
 * cut, once a model; their mean is the model, for where a coarse and a fine one agree there is less chance in it.
 */
export type AdditiveOptions = {
  rounds: number;
  rate: number;
  ridge: number;
  bins: readonly number[];
  leastRows: number;
};
const usual: AdditiveOptions = { rounds: 40, rate: 0.2, ridge: 20, bins: [32, 128], leastRows: 20 };

type Table = Float64Array;
type Boosted = {
  scores: Float64Array;
  gradients: Float64Array;
  curvatures: Float64Array;
  labels: Uint8Array;
};

/**
 * Boosted stumps of one column each, the columns in turn, summed into one table a column: a generalised additive
 * model. Lou, Caruana and Gehrke (2012), Intelligible models for classification and regression, KDD. A stump cuts a
 * number once, or moves every level of a category; each is a Newton step against `ridge` rows of no opinion.
 */
export function fitAdditive(samples: Samples, ridge = usual.ridge): Fit {
  const options = { ...usual, ridge };
  return meanOfFits(options.bins.map((bins) => fitTables(samples, bins, options)));
}

function fitTables({ columns, values, labels }: Samples, most: number, options: AdditiveOptions): Fit {
  const binned = columns.map((column, index) => binColumn(column, values[index] ?? new Float64Array(), most));
  const tables = binned.map(({ bins }) => new Float64Array(bins));
  const base = logOddsOf(labels);
  const boosted = {
    scores: new Float64Array(labels.length).fill(base),
    gradients: new Float64Array(labels.length),
    curvatures: new Float64Array(labels.length),
    labels,
  };
  refresh(boosted);
  for (let round = 0; round < options.rounds; round++) {
    for (const [index, own] of binned.entries()) {
      const step = stepOf(own, boosted, columns[index], options);
      const table = tables[index] ?? new Float64Array();
      for (let bin = 0; bin < table.length; bin++) table[bin] = (table[bin] ?? 0) + (step[bin] ?? 0);
      moveBy(step, own.codes, boosted);
    }
  }
  return collapse(columns, binned, tables, base);
}

/** What the score is moved by, a bin. */
function stepOf(own: Binned, boosted: Boosted, column: Column | undefined, options: AdditiveOptions): Table {
  const sums = sumByBin(own, boosted);
  if (column?.isHindsight) takeOutCommon(sums);
  const { rate, ridge } = options;
  const step = sums.gradient.map((sum, bin) => (rate * sum) / ((sums.curvature[bin] ?? 0) + ridge));
  if (column?.kind === 'category') return step;
  const halves = bestCut(sums, options);
  for (let bin = 0; bin < own.bins - 1; bin++)
    step[bin] = rate * (bin <= halves.cut ? halves.below : halves.above);
  return step;
}

type Sums = { gradient: Float64Array; curvature: Float64Array; rows: Float64Array };

function sumByBin({ codes, bins }: Binned, { gradients, curvatures }: Boosted): Sums {
  const gradient = new Float64Array(bins);
  const curvature = new Float64Array(bins);
  const rows = new Float64Array(bins);
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row] ?? 0;
    gradient[bin] = (gradient[bin] ?? 0) + (gradients[row] ?? 0);
    curvature[bin] = (curvature[bin] ?? 0) + (curvatures[row] ?? 0);
    rows[bin] = (rows[bin] ?? 0) + 1;
  }
  return { gradient, curvature, rows };
}

/** Leaves only what the known values tell apart: not that they are known. */
function takeOutCommon({ gradient, curvature }: Sums): void {
  const last = gradient.length - 1;
  const common = ofKnown(gradient) / (ofKnown(curvature) || 1);
  for (let bin = 0; bin < last; bin++) gradient[bin] = (gradient[bin] ?? 0) - common * (curvature[bin] ?? 0);
  gradient[last] = 0;
}

/** Where the penalised likelihood gains most; the last bin, what is missing, stays out of it. */
function bestCut({ gradient, curvature, rows }: Sums, { ridge, leastRows }: AdditiveOptions) {
  const last = gradient.length - 1;
  const [g, h, n] = [ofKnown(gradient), ofKnown(curvature), ofKnown(rows)];
  let best = { cut: -1, below: 0, above: 0, gain: 0 };
  let [gBelow, hBelow, nBelow] = [0, 0, 0];
  for (let cut = 0; cut < last - 1; cut++) {
    gBelow += gradient[cut] ?? 0;
    hBelow += curvature[cut] ?? 0;
    nBelow += rows[cut] ?? 0;
    if (nBelow < leastRows || n - nBelow < leastRows) continue;
    const below = gBelow / (hBelow + ridge);
    const above = (g - gBelow) / (h - hBelow + ridge);
    const gain = gBelow * below + (g - gBelow) * above;
    if (gain > best.gain) best = { cut, below, above, gain };
  }
  return best;
}

/** The last bin is what is missing. */
function ofKnown(sums: Float64Array): number {
  return sums.subarray(0, -1).reduce((sum, one) => sum + one, 0);
}

function moveBy(step: Table, codes: Uint8Array, boosted: Boosted): void {
  const { scores } = boosted;
  for (let row = 0; row < codes.length; row++)
    scores[row] = (scores[row] ?? 0) + (step[codes[row] ?? 0] ?? 0);
  refresh(boosted);
}

function refresh({ scores, gradients, curvatures, labels }: Boosted): void {
  for (let row = 0; row < scores.length; row++) {
    const p = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
    gradients[row] = (labels[row] ?? 0) - p;
    curvatures[row] = p * (1 - p);
  }
}

/** Every table is centred on its average row: the intercept is what an average row scores. */
function collapse(columns: readonly Column[], binned: Binned[], tables: Table[], base: number): Fit {
  let intercept = base;
  const terms = columns.map((column, index): Term => {
    const { codes, cuts } = binned[index] ?? { codes: new Uint8Array(), cuts: [] };
    const table = tables[index] ?? new Float64Array();
    const mean = codes.reduce((sum, code) => sum + (table[code] ?? 0), 0) / codes.length;
    intercept += mean;
    const centred = Array.from(table, (value) => tidy(value - mean));
    const last = centred.pop() ?? 0;
    const { name } = column;
    const missing = column.isHindsight ? 0 : last;
    if (column.kind === 'category')
      return { name, kind: 'levels', levels: column.levels, values: centred, missing };
    return { name, kind: 'steps', ...mergeEqual(cuts, centred), missing };
  });
  return { intercept: tidy(intercept), terms };
}

/** Neighbours of one value are one step: what was never cut need not be kept. */
function mergeEqual(cuts: readonly number[], values: readonly number[]) {
  const kept = cuts.map((_, index) => values[index] !== values[index + 1]);
  return {
    cuts: cuts.filter((_, index) => kept[index]),
    values: values.filter((_, index) => kept[index] ?? true),
  };
}

function tidy(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
