import { isRight, type QuestionInput } from './admission.ts';

/** One drawn question of an attempt that is over, with what was answered and what its marks say so far. */
export type MarkedItem = Pick<QuestionInput, 'kind' | 'key'> & {
  position: number;
  /** `null`: nothing was saved. */
  given: readonly number[] | null;
  isWithdrawn: boolean;
  /** The award that stands; none: it was never marked. */
  standing: { seq: number; entry: number; earned: number } | null;
};
export type Mark = {
  position: number;
  /** Counted from 1 within the question. */
  entry: number;
  kind: 'award' | 'reversal';
  reversesSeq: number | null;
  /** Points, a reversal's negative. */
  earned: number;
  reason: 'answer' | 'withdrawn';
};

/**
 * The marks that are missing: a point for a right answer, and for every answer to a question that was withdrawn, so
 * that a withdrawal takes nothing from anybody. What stands and is not so any more is reversed and awarded anew;
 * planned again over its own marks, nothing is left to do.
 */
export function planMarks(items: readonly MarkedItem[]): Mark[] {
  return items.flatMap((item) => {
    const { position, standing } = item;
    const award = markOf(item);
    if (!standing) return [{ ...award, position, entry: 1, kind: 'award', reversesSeq: null }];
    if (standing.earned >= award.earned) return [];
    const { seq, entry, earned } = standing;
    return [
      { ...award, position, entry: entry + 1, kind: 'reversal', reversesSeq: seq, earned: 0 - earned },
      { ...award, position, entry: entry + 2, kind: 'award', reversesSeq: null },
    ];
  });
}

function markOf({ isWithdrawn, given, ...question }: MarkedItem): Pick<Mark, 'earned' | 'reason'> {
  const isEarned = given !== null && isRight(question, given);
  if (isWithdrawn && !isEarned) return { earned: 1, reason: 'withdrawn' };
  return { earned: isEarned ? 1 : 0, reason: 'answer' };
}

/** Points of an attempt by its marks and those still to be written. */
export function earnedOf(items: readonly MarkedItem[], further: readonly Mark[]): number {
  const standing = items.reduce((sum, { standing }) => sum + (standing?.earned ?? 0), 0);
  return further.reduce((sum, { earned }) => sum + earned, standing);
}
