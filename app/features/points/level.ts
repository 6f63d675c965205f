/** Points from which the second level begins; every further one takes as many more than the one before. */
const firstStep = 100;

/** `from`, `to`: points at which the level begins and the next one does. */
export type Level = { level: number; from: number; to: number };

/**
 * The level of all points one ever had: read from the ledger's sum, kept nowhere. Level n begins at
 * 100 × (1 + … + (n − 1)), so that the first come soon; what is taken back takes levels with it.
 */
export function levelOf(points: number): Level {
  const beginning = (level: number) => (firstStep * level * (level - 1)) / 2;
  const level = Math.max(1, Math.floor((1 + Math.sqrt(1 + (8 * Math.max(0, points)) / firstStep)) / 2));
  return { level, from: beginning(level), to: beginning(level + 1) };
}
