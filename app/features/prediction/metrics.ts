type Numbers = ArrayLike<number>;

/**
 * The share of pairs (one that happened, one that did not) which the score puts in the right order; a tie counts half:
 * Mann and Whitney's U by ranks. NaN without a pair.
 */
export function aucOf(scores: Numbers, labels: Numbers): number {
  const order = Uint32Array.from(scores, (_, row) => row).sort((a, b) => at(scores, a) - at(scores, b));
  let [positives, rankSum] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let [to, hits] = [from, 0];
    const score = at(scores, at(order, from));
    while (to < order.length && at(scores, at(order, to)) === score) hits += at(labels, at(order, to++));
    rankSum += hits * ((from + to + 1) / 2);
    positives += hits;
    from = to;
  }
  const pairs = positives * (order.length - positives);
  return pairs === 0 ? Number.NaN : (rankSum - (positives * (positives + 1)) / 2) / pairs;
}

/** The 95 % interval of an AUC by Hanley and McNeil (1982), Radiology 143, 29–36; within 0…1. */
export function aucInterval(auc: number, positives: number, negatives: number) {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const spread = (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc);
  const error = Math.sqrt((auc * (1 - auc) + spread) / (positives * negatives));
  return { low: Math.max(0, auc - 1.96 * error), high: Math.min(1, auc + 1.96 * error) };
}

/** The mean square of what the probability missed by. */
export function brierOf(probabilities: Numbers, labels: Numbers): number {
  return meanOver(probabilities, (p, row) => (p - at(labels, row)) ** 2);
}

/** The mean of −ln of the probability given to what came; probabilities are kept 1e-15 away from sure. */
export function logLossOf(probabilities: Numbers, labels: Numbers): number {
  return meanOver(probabilities, (p, row) => {
    const given = at(labels, row) === 1 ? p : 1 - p;
    return -Math.log(Math.min(1 - 1e-15, Math.max(1e-15, given)));
  });
}

export type CalibrationBin = { foretold: number; came: number; rows: number };

/** What was foretold against what came, by tenths of the probability; empty tenths are left out. */
export function calibrationBins(probabilities: Numbers, labels: Numbers, tenths = 10): CalibrationBin[] {
  const bins = Array.from({ length: tenths }, () => ({ foretold: 0, came: 0, rows: 0 }));
  for (let row = 0; row < probabilities.length; row++) {
    const p = at(probabilities, row);
    const bin = bins[Math.min(tenths - 1, Math.floor(p * tenths))];
    if (!bin) throw new RangeError(`A probability must be within 0…1, row ${row} has ${p}.`);
    bin.foretold += p;
    bin.came += at(labels, row);
    bin.rows++;
  }
  return bins.flatMap(({ foretold, came, rows }) =>
    rows === 0 ? [] : [{ foretold: foretold / rows, came: came / rows, rows }],
  );
}

/** Expected calibration error: how far what was foretold is from what came, over the tenths, by their rows. */
export function calibrationErrorOf(probabilities: Numbers, labels: Numbers): number {
  const bins = calibrationBins(probabilities, labels);
  const missed = bins.reduce((sum, { foretold, came, rows }) => sum + rows * Math.abs(foretold - came), 0);
  return missed / probabilities.length;
}

/** How many times more often it happened among the `share` with the highest scores than among all. */
export function liftAt(share: number, scores: Numbers, labels: Numbers): number {
  const order = Array.from(scores, (_, row) => row).sort((a, b) => at(scores, b) - at(scores, a));
  const top = order.slice(0, Math.max(1, Math.round(share * order.length)));
  const rateOf = (rows: number[]) => rows.reduce((sum, row) => sum + at(labels, row), 0) / rows.length;
  return rateOf(top) / rateOf(order);
}

function meanOver(numbers: Numbers, of: (value: number, index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < numbers.length; index++) sum += of(at(numbers, index), index);
  return sum / numbers.length;
}

function at(numbers: Numbers, index: number): number {
  return numbers[index] ?? 0;
}
