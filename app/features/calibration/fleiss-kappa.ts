/**
 * Fleiss' kappa of the same number of reviewers on every unit: Fleiss (1971), Psychological Bulletin 76, 378–382.
 * `counts[unit][category]` says how many chose it. `undefined`: all chose one category throughout.
 */
export function fleissKappa(
  counts: readonly (readonly number[])[],
): { kappa: number; agreementByUnit: number[] } | undefined {
  const raters = sum(counts[0] ?? []);
  const pairs = raters * (raters - 1);
  const agreementByUnit = counts.map((unit) => (sum(unit.map((n) => n * n)) - raters) / pairs);
  const shares = (counts[0] ?? []).map(
    (_, category) => sum(counts.map((unit) => unit[category] ?? 0)) / (counts.length * raters),
  );
  const expected = sum(shares.map((share) => share * share));
  if (pairs <= 0 || 1 - expected < 1e-12) return undefined;
  const observed = sum(agreementByUnit) / counts.length;
  return { kappa: (observed - expected) / (1 - expected), agreementByUnit };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
