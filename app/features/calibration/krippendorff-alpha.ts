/** What the marks are: names, ranks, or numbers with equal steps or with a true zero. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** One row a reviewer, one column a unit; `null`: he gave no mark. */
export type Ratings = readonly (readonly (number | null)[])[];

/**
 * Krippendorff's alpha, 1 − Do ÷ De over the coincidences of marks: Krippendorff (2011), "Computing Krippendorff's
 * Alpha-Reliability". Any number of reviewers, marks may be missing; a unit with one mark says nothing.
 * `undefined`: no unit has two marks, or all marks are equal, and agreement cannot be told from chance.
 */
export function krippendorffAlpha(ratings: Ratings, level: Level): number | undefined {
  const units = pairableUnits(ratings);
  const totals = new Map<number, number>();
  for (const mark of units.flat().sort((a, b) => a - b)) totals.set(mark, (totals.get(mark) ?? 0) + 1);
  if (totals.size < 2) return undefined;
  const apart = squaredDistance(level, totals);
  const n = units.flat().length;
  const observed = units.reduce((sum, marks) => sum + pairsApart(marks, apart) / (marks.length - 1), 0);
  let expected = 0;
  for (const [a, ofA] of totals) for (const [b, ofB] of totals) expected += ofA * ofB * apart(a, b);
  return 1 - ((n - 1) * observed) / expected;
}

/** The share of pairs of marks on the same unit that are equal; `undefined`: there is no pair. */
export function percentAgreement(ratings: Ratings): number | undefined {
  const units = pairableUnits(ratings);
  const pairs = units.reduce((sum, { length }) => sum + length * (length - 1), 0);
  const unequal = units.reduce((sum, marks) => sum + pairsApart(marks, (a, b) => Number(a !== b)), 0);
  return pairs === 0 ? undefined : 1 - unequal / pairs;
}

/** Units with two marks or more: what the figures above are of. */
export function countPairable(ratings: Ratings): number {
  return pairableUnits(ratings).length;
}

function pairableUnits(ratings: Ratings): number[][] {
  const length = Math.max(0, ...ratings.map((row) => row.length));
  return Array.from({ length }, (_, unit) => ratings.flatMap((row) => row[unit] ?? [])).filter(
    (marks) => marks.length >= 2,
  );
}

/** Over all ordered pairs of two different reviewers. */
function pairsApart(marks: readonly number[], apart: (a: number, b: number) => number): number {
  let sum = 0;
  for (const a of marks) for (const b of marks) sum += apart(a, b);
  return sum;
}

function squaredDistance(level: Level, totals: ReadonlyMap<number, number>) {
  const below = new Map<number, number>();
  let passed = 0;
  for (const [mark, count] of totals) {
    below.set(mark, passed + count / 2);
    passed += count;
  }
  const apart: Record<Level, (a: number, b: number) => number> = {
    nominal: (a, b) => Number(a !== b),
    ordinal: (a, b) => (below.get(a) ?? 0) - (below.get(b) ?? 0),
    interval: (a, b) => a - b,
    ratio: (a, b) => (a === b ? 0 : (a - b) / (a + b)),
  };
  return (a: number, b: number) => apart[level](a, b) ** 2;
}
