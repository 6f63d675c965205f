/**
 * Features that say the same in other words; `say`: its code, by whether it raised the forecast. Null: nothing that is true
 * of him can be said for it, as where a figure moved the forecast because it is not known.
 */
export type ReasonGroup<Feature extends string, Known, Reason extends string> = {
  features: readonly Feature[];
  say(known: Known, isRaised: boolean): Reason | null;
};

const leastMoved = 0.1;
const mostTold = 3;

/**
 * The groups that moved a forecast most, the strongest first. `contributionOf`: of a feature, log odds against the
 * average; a group that moved it by less than a tenth is none.
 */
export function strongestReasons<Feature extends string, Known, Reason extends string>(
  groups: readonly ReasonGroup<Feature, Known, Reason>[],
  known: Known,
  contributionOf: (feature: Feature) => number,
): Reason[] {
  return groups
    .map((group) => ({
      group,
      moved: group.features.reduce((sum, feature) => sum + contributionOf(feature), 0),
    }))
    .filter(({ moved }) => Math.abs(moved) >= leastMoved)
    .sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
    .flatMap(({ group, moved }) => group.say(known, moved > 0) ?? [])
    .slice(0, mostTold);
}
