import type { Unpublished } from './compare-published.ts';
import type { ShiftFacts } from './shift.ts';

/** One thing a person will be told. `before`: as he knows it, empty when it is new to him; `after`: empty when it is his no more. */
export type ToldChange<D, T> = { userId: string; before: T | null; after: D | null; needsConsent: boolean };

/**
 * The difference as each person will be told it, by date. A shift handed over is one's loss and another's gain.
 * `isLate`: too near for the law, so that it holds only with consent; of what is taken away nothing is asked.
 */
export function toldChanges<D extends ShiftFacts, T extends ShiftFacts>(
  { added, changed, cancelled }: Unpublished<D, T>,
  told: readonly T[],
  isLate: (shift: D) => boolean,
): ToldChange<D, T>[] {
  const known = new Map(told.map((shift) => [shift.id, shift]));
  const gained = (after: D) => ({ userId: after.userId, before: null, after, needsConsent: isLate(after) });
  const lost = (before: T) => ({ userId: before.userId, before, after: null, needsConsent: false });
  const changes = [
    ...added.map(gained),
    ...cancelled.map(lost),
    ...changed.flatMap((after): ToldChange<D, T>[] => {
      const before = known.get(after.id);
      if (!before) return [gained(after)];
      return before.userId === after.userId ? [{ ...gained(after), before }] : [lost(before), gained(after)];
    }),
  ];
  return changes.toSorted((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ before, after }: ToldChange<ShiftFacts, ShiftFacts>) =>
  (after ?? before)?.startsAt.getTime() ?? 0;
