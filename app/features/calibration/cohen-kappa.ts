import { z95 } from '../scorecard/wilson-interval.ts';

/** How far apart two levels are: any difference is whole, or it grows with the distance or its square. */
export type Weighting = 'unweighted' | 'linear' | 'quadratic';
export type Kappa = {
  kappa: number;
  /** Asymptotic standard error, and the 95 % interval by it. */
  standardError: number;
  low: number;
  high: number;
};

/**
 * Cohen's kappa of two reviewers, weighted or not: 1 − Σ w·observed ÷ Σ w·expected, with the large-sample error
 * of Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323–327. `table[i][j]` counts what the first gave
 * level i and the second level j; levels are in order, and only such as occur (`tabulate`). `undefined`: chance
 * alone would agree wholly, so agreement cannot be told from it.
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weighting: Weighting = 'unweighted',
): Kappa | undefined {
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  const shares = table.map((row) => row.map((count) => count / n));
  const rows = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const columns = rows.map((_, j) => shares.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const agreement = (i: number, j: number) => 1 - distance(weighting, i, j, table.length);
  const sumOver = (term: (i: number, j: number) => number) =>
    rows.reduce((sum, _, i) => sum + columns.reduce((inner, __, j) => inner + term(i, j), 0), 0);
  const share = (i: number, j: number) => shares[i]?.[j] ?? 0;
  const observed = sumOver((i, j) => agreement(i, j) * share(i, j));
  const expected = sumOver((i, j) => agreement(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0));
  if (n === 0 || 1 - expected < 1e-12) return undefined;
  const kappa = (observed - expected) / (1 - expected);
  const ofRow = rows.map((_, i) => columns.reduce((sum, column, j) => sum + column * agreement(i, j), 0));
  const ofColumn = columns.map((_, j) => rows.reduce((sum, row, i) => sum + row * agreement(i, j), 0));
  const spread = sumOver((i, j) => {
    const term = agreement(i, j) - ((ofRow[i] ?? 0) + (ofColumn[j] ?? 0)) * (1 - kappa);
    return share(i, j) * term * term;
  });
  const variance = (spread - (kappa - expected * (1 - kappa)) ** 2) / (n * (1 - expected) ** 2);
  const standardError = Math.sqrt(Math.max(0, variance));
  return { kappa, standardError, low: kappa - z95 * standardError, high: kappa + z95 * standardError };
}

function distance(weighting: Weighting, i: number, j: number, levels: number): number {
  if (weighting === 'unweighted' || levels < 2) return i === j ? 0 : 1;
  const apart = Math.abs(i - j) / (levels - 1);
  return weighting === 'linear' ? apart : apart * apart;
}

/** Counts pairs of marks over the levels that occur, in ascending order. */
export function tabulate(pairs: readonly (readonly [number, number])[]): number[][] {
  const levels = [...new Set(pairs.flat())].sort((a, b) => a - b);
  return levels.map((first) =>
    levels.map((second) => pairs.filter(([a, b]) => a === first && b === second).length),
  );
}
