import { logOddsOf } from './log-odds.ts';
import type { Column, Fit, Samples, Term } from './model.ts';
import { solveSymmetric } from './solve-symmetric.ts';

/** A column of the design: zero mean, unit spread; what it was made of is told by its owner. */
type Spread = { values: Float64Array; mean: number; scale: number };

/**
 * Logistic regression with a ridge, by iteratively reweighted least squares: Newton's steps on the penalised
 * likelihood, until none is larger than 1e-8. The intercept is not penalised. Columns are brought to the same spread
 * by the rows given here and no others. `ridge`: the penalty is ridge ÷ 2 × the sum of squared weights.
 */
export function fitLogistic({ columns, values, labels }: Samples, ridge = 1): Fit {
  const design = columns.map((column, index) => spreadColumn(column, values[index] ?? new Float64Array()));
  const weights = newton(
    design.flat().map((one) => one.values),
    labels,
    ridge,
  );
  let taken = 1;
  let intercept = weights[0] ?? 0;
  const terms = columns.map((column, index) => {
    const parts = design[index] ?? [];
    const own = Array.from(weights.subarray(taken, taken + parts.length));
    taken += parts.length;
    const { term, shift } = toTerm(column, parts, own);
    intercept += shift;
    return term;
  });
  return { intercept, terms };
}

/** A number becomes itself and, where some are missing, whether it is; a category one column a level but the first. */
function spreadColumn(column: Column, values: Float64Array): Spread[] {
  const indicator = (is: (value: number) => boolean) =>
    spread(values.map((value) => (column.isHindsight && Number.isNaN(value) ? value : is(value) ? 1 : 0)));
  const missing = values.some(Number.isNaN) && !column.isHindsight ? [indicator(Number.isNaN)] : [];
  if (column.kind === 'category')
    return [
      ...missing,
      ...column.levels.slice(1).map((_, index) => indicator((value) => value === index + 1)),
    ];
  return [...missing, spread(values)];
}

/** What is missing stands at the mean, so that it says nothing by itself. */
function spread(values: Float64Array): Spread {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / (known.length || 1);
  const square = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length || 1);
  const scale = Math.sqrt(square) || 1;
  return { values: values.map((value) => (Number.isNaN(value) ? 0 : (value - mean) / scale)), mean, scale };
}

/** The weights as a term, and what its average moves into the intercept. */
function toTerm(column: Column, parts: Spread[], weights: number[]): { term: Term; shift: number } {
  const perUnit = parts.map(({ scale }, index) => (weights[index] ?? 0) / scale);
  const levels = column.kind === 'category' ? column.levels : [];
  const hasMissing = parts.length > (column.kind === 'category' ? levels.length - 1 : 1);
  const missing = hasMissing ? (perUnit[0] ?? 0) : 0;
  if (column.kind === 'number') {
    const { mean = 0, scale = 1 } = parts.at(-1) ?? {};
    const shift = hasMissing ? -missing * (parts[0]?.mean ?? 0) : 0;
    return {
      term: { name: column.name, kind: 'line', mean, scale, weight: weights.at(-1) ?? 0, missing },
      shift,
    };
  }
  const base = -parts.reduce((sum, { mean }, index) => sum + mean * (perUnit[index] ?? 0), 0);
  const values = [0, ...perUnit.slice(hasMissing ? 1 : 0)].map((unit) => unit + base);
  return {
    term: {
      name: column.name,
      kind: 'levels',
      levels,
      values,
      missing: column.isHindsight ? 0 : missing + base,
    },
    shift: 0,
  };
}

/** The intercept and a weight for each column of the design. */
function newton(design: Float64Array[], labels: Uint8Array, ridge: number): Float64Array {
  const first = new Float64Array(design.length + 1);
  first[0] = logOddsOf(labels);
  let reached = reach(first, design, labels, ridge);
  for (let round = 0; round < 50; round++) {
    const step = newtonStep(design, labels, ridge, reached);
    const next = climb(reached, step, (weights) => reach(weights, design, labels, ridge));
    if (!next) break;
    reached = next;
    if (step.every((own) => Math.abs(own) < 1e-8)) break;
  }
  return reached.weights;
}

type Reached = { weights: Float64Array; scores: Float64Array; likelihood: number };
const mostHalvings = 30;

/**
 * Where few rows happened a whole step may lead past the top, and the next one out of all bounds: it is halved until it
 * climbs. Null: it climbs no more.
 */
function climb(
  from: Reached,
  step: Float64Array,
  reachAt: (weights: Float64Array) => Reached,
): Reached | null {
  for (let share = 1, halvings = 0; halvings <= mostHalvings; share /= 2, halvings++) {
    const next = reachAt(from.weights.map((weight, index) => weight + share * (step[index] ?? 0)));
    if (next.likelihood >= from.likelihood) return next;
  }
  return null;
}

/** What weights score, and how likely they are less their penalty. */
function reach(weights: Float64Array, design: Float64Array[], labels: Uint8Array, ridge: number): Reached {
  const scores = new Float64Array(labels.length).fill(weights[0] ?? 0);
  for (let i = 0; i < design.length; i++) addTimes(scores, design[i], weights[i + 1] ?? 0);
  const squares = weights.subarray(1).reduce((sum, weight) => sum + weight * weight, 0);
  let likelihood = (-ridge / 2) * squares;
  for (let row = 0; row < scores.length; row++) {
    const towards = (labels[row] === 1 ? 1 : -1) * (scores[row] ?? 0);
    likelihood += Math.min(0, towards) - Math.log1p(Math.exp(-Math.abs(towards)));
  }
  return { weights, scores, likelihood };
}

function newtonStep(
  design: Float64Array[],
  labels: Uint8Array,
  ridge: number,
  { weights, scores }: Reached,
): Float64Array {
  const size = design.length + 1;
  const residuals = scores.map((score, row) => (labels[row] ?? 0) - 1 / (1 + Math.exp(-score)));
  const curvature = residuals.map((residual, row) => {
    const p = (labels[row] ?? 0) - residual;
    return Math.max(p * (1 - p), 1e-10);
  });
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const own = design[i - 1];
    const penalty = i === 0 ? 0 : ridge;
    gradient[i] = dot(residuals, own) - penalty * (weights[i] ?? 0);
    const weighted = own ? curvature.map((value, row) => value * (own[row] ?? 0)) : curvature;
    for (let j = 0; j <= i; j++) hessian[i * size + j] = dot(weighted, design[j - 1]);
    hessian[i * size + i] = (hessian[i * size + i] ?? 0) + penalty;
  }
  return solveSymmetric(hessian, gradient);
}

/** Without a second column: the sum. */
function dot(a: Float64Array, b: Float64Array | undefined): number {
  let sum = 0;
  if (b) for (let row = 0; row < a.length; row++) sum += (a[row] ?? 0) * (b[row] ?? 0);
  else for (let row = 0; row < a.length; row++) sum += a[row] ?? 0;
  return sum;
}

function addTimes(target: Float64Array, column: Float64Array | undefined, weight: number): void {
  for (let row = 0; row < target.length; row++)
    target[row] = (target[row] ?? 0) + weight * (column?.[row] ?? 0);
}
