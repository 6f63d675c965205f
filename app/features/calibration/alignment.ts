/** Points a reviewer gave for one criterion, what the reference gave, and the most there is. */
export type Criterion = { given: number; reference: number; most: number };

/** 1 − |given − reference| ÷ most, and what share of the whole card's points the criterion carries. */
export function criterionAlignment({ given, reference, most }: Criterion, total: number) {
  return { alignment: 1 - Math.abs(given - reference) / most, weight: most / total };
}

/**
 * How near a reviewer is to the reference, 0…1: the mean over the criteria by their points. Equal totals with
 * opposite marks are no alignment, so totals are not compared. `null`: nothing was marked by both.
 */
export function alignmentOf(criteria: readonly Criterion[]): number | null {
  const total = criteria.reduce((sum, { most }) => sum + most, 0);
  if (total === 0) return null;
  return criteria.reduce((sum, criterion) => {
    const { alignment, weight } = criterionAlignment(criterion, total);
    return sum + alignment * weight;
  }, 0);
}
