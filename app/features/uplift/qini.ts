/** People of a drawn experiment: `treated[i]` 1 where he was contacted, `outcome[i]` 1 where it happened. */
export type Experiment = { treated: Uint8Array; outcome: Uint8Array };

/**
 * What a campaign would have caused if only the first k by a ranking had been contacted, for every k from one on, in
 * people of the treated group. Radcliffe (2007), Using control groups to target on predicted lift: the Qini curve.
 */
export function qiniCurve(scores: ArrayLike<number>, { treated, outcome }: Experiment): Float64Array {
  const order = Uint32Array.from(outcome, (_, row) => row).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  );
  const sums = { treated: 0, control: 0, treatedDid: 0, controlDid: 0 };
  return Float64Array.from(order, (row) => {
    const did = outcome[row] ?? 0;
    if (treated[row] === 1) {
      sums.treated += 1;
      sums.treatedDid += did;
    } else {
      sums.control += 1;
      sums.controlDid += did;
    }
    return causedBy(sums);
  });
}

/**
 * What the curve has above its diagonal, which is as many drawn at random: the mean over all k, in people of the
 * treated group. Zero: the ranking knows nothing.
 */
export function qiniArea(scores: ArrayLike<number>, experiment: Experiment): number {
  const curve = qiniCurve(scores, experiment);
  const all = curve.at(-1) ?? 0;
  return (
    curve.reduce((sum, caused, index) => sum + caused - (all * (index + 1)) / curve.length, 0) / curve.length
  );
}

/** The same of ten thousand treated people, so that campaigns of different sizes can be compared. */
export function qiniPerTenThousand(scores: ArrayLike<number>, experiment: Experiment): number {
  const treated = experiment.treated.reduce((sum, one) => sum + one, 0);
  return treated === 0 ? 0 : (10_000 * qiniArea(scores, experiment)) / treated;
}

/** How many more of the treated did it than would have untreated; nothing is known without somebody untreated. */
function causedBy({
  treated,
  control,
  treatedDid,
  controlDid,
}: Record<'treated' | 'control' | 'treatedDid' | 'controlDid', number>) {
  return control === 0 ? 0 : treatedDid - (controlDid * treated) / control;
}
