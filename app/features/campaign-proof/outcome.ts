import type { LateFact, Measure } from './campaign-proof.ts';

/** From the day he left to the day before he came back; dates of the tenant's zone. */
export type Absence = { on: string; returnedOn: string | null };
/** Both dates are within. */
export type Window = { from: string; until: string };

/**
 * Whether it happened what a campaign is measured by: he left within the window and is away when it ends; he came back
 * within it and is here when it ends. `absences`: those that count as churn.
 */
export function hasHappened(measure: Measure, absences: readonly Absence[], window: Window): boolean {
  if (measure === 'left') return isAway(absences, window) && absences.some(({ on }) => isWithin(on, window));
  const isBack = absences.some(({ returnedOn }) => returnedOn !== null && isWithin(returnedOn, window));
  return isBack && !isAway(absences, window);
}

/** Why an outcome that was stored is now the opposite. */
export function lateFactOf(
  measure: Measure,
  happenedNow: boolean,
  absences: readonly Absence[],
  window: Window,
): LateFact {
  if (measure === 'left') {
    if (happenedNow) return 'departure-told-late';
    return absences.some(({ on }) => isWithin(on, window)) ? 'return-told-late' : 'departure-taken-back';
  }
  if (happenedNow) return 'return-told-late';
  return isAway(absences, window) ? 'departure-told-late' : 'departure-taken-back';
}

function isAway(absences: readonly Absence[], { until }: Window): boolean {
  return absences.some(({ on, returnedOn }) => on <= until && (returnedOn === null || returnedOn > until));
}

function isWithin(date: string, { from, until }: Window): boolean {
  return from <= date && date <= until;
}
