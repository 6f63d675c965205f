import type { Measure } from '#app/features/suspension/suspension.ts';
import type { Arm } from './ladder.ts';
import type { StepAction, StrategyStep } from './strategy.ts';

/**
 * What a step brings about. `task`: a person is to call; `proposal`: what is done to the lines of the debt if a person
 * says yes.
 */
export type EffectKind =
  | { type: 'contact'; channel: ContactAction; purpose: 'service' | 'collection' }
  | { type: 'task' }
  | { type: 'proposal'; measure: Measure };
export type SkipReason = 'late' | 'control';
type ContactAction = Exclude<StepAction, 'call' | Measure>;

/** On the due date itself nothing is overdue yet: until it is over a contact is a reminder, and no collection. */
export function effectOf({ action }: StrategyStep, daysFromDue: number): EffectKind {
  switch (action) {
    case 'restriction':
    case 'suspension':
    case 'ending':
      return { type: 'proposal', measure: action };
    case 'call':
      return { type: 'task' };
    default:
      return { type: 'contact', channel: action, purpose: daysFromDue > 0 ? 'collection' : 'service' };
  }
}

/**
 * Why a step whose day has come is passed over. `late`: a later one says more, or it speaks of a date that is over.
 * `control`: the drawn control is reached by no step that is tried; reminders before the date and what the contract
 * and the law bring with them stay.
 */
export function skipReason(
  step: StrategyStep,
  later: readonly StrategyStep[],
  daysFromDue: number,
  arm: Arm,
): SkipReason | null {
  const isOverdue = daysFromDue > 0;
  if (reachesDebtor(step)) {
    if (isOverdue && step.day <= 0) return 'late';
    if (isOverdue && arm === 'control') return 'control';
  }
  const isPassed = later.some((one) => reachesDebtor(one) === reachesDebtor(step) && one.day > step.day);
  return isPassed ? 'late' : null;
}

function reachesDebtor({ action }: StrategyStep): boolean {
  return action !== 'restriction' && action !== 'suspension' && action !== 'ending';
}
