/** How likely it is at all, as log odds; of a sample where it always or never happened, not beyond 1 in 1,000. */
export function logOddsOf(labels: Uint8Array): number {
  const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const share = Math.min(0.999, Math.max(0.001, mean));
  return Math.log(share / (1 - share));
}
