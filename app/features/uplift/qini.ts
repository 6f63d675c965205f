/** People of a drawn experiment: `treated[i]` 1 where he was contacted, `outcome[i]` 1 where it happened. */
export type Experiment = { treated: Uint8Array; outcome: Uint8Array };

/**
 * What a campaign would have caused if only the first k by a ranking had been contacted, less what it would have caused
 * among k drawn at random: the mean over all k, in people of the treated group. Zero: the ranking knows nothing.
 * Radcliffe (2007), Using control groups to target on predicted lift: the area between the Qini curve and its diagonal.
 */
export function qiniArea(scores: ArrayLike<number>, { treated, outcome }: Experiment): number {
  const order = Uint32Array.from(outcome, (_, row) => row).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  );
  const sums = { treated: 0, control: 0, treatedDid: 0, controlDid: 0 };
  const curve = Float64Array.from(order, (row) => {
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
  const all = curve.at(-1) ?? 0;
  return (
    curve.reduce((sum, caused, index) => sum + caused - (all * (index + 1)) / curve.length, 0) / curve.length
  );
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
