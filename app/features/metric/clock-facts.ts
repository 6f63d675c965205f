import type { TargetClock } from '#app/features/sla/clock.ts';
import type { Target } from '#app/features/sla/contract.ts';
import type { ZoneDays } from './zone-days.ts';

export type ClockFact = {
  caseId: string;
  place: number;
  target: Target;
  judgedDay: number | null;
  isMet: number | null;
  spentMs: number;
  dueAt: number | null;
};

/**
 * What became of the promises of a case. A promise is judged on the day it was met, or on the day it was due when it was
 * not: an unanswered open case that is past due is late, whatever follows.
 */
export function clockFactsOf(
  caseId: string,
  clocks: readonly TargetClock[],
  { dayOf }: Pick<ZoneDays, 'dayOf'>,
): ClockFact[] {
  return clocks.flatMap((clock, place): ClockFact[] => {
    const { target, state, isOpen, dueAt, endedAt, startedAt } = clock;
    if (state === 'none') return [];
    const spentMs = Math.round(clock.spentMs);
    if (state === 'breached') {
      const judgedDay = dayOf(dueAt ?? endedAt ?? startedAt);
      // Of an open clock the time spent grows by itself, and is not told until it ends.
      return [{ caseId, place, target, judgedDay, isMet: 0, spentMs: isOpen ? 0 : spentMs, dueAt: null }];
    }
    if (isOpen) return [{ caseId, place, target, judgedDay: null, isMet: null, spentMs: 0, dueAt }];
    return [
      { caseId, place, target, judgedDay: dayOf(endedAt ?? startedAt), isMet: 1, spentMs, dueAt: null },
    ];
  });
}
