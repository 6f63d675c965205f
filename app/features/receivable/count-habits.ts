import {
  type ClosedCharge,
  countHabit,
  discountHabit,
  type PaymentHabit,
} from '#app/features/prediction/payment-habit.ts';
import type { Booked } from './ledger.ts';

/** How each receivable pays after what was booked; only those whose charges closed. */
export function countHabits(
  before: ReadonlyMap<string, PaymentHabit>,
  all: readonly Booked[],
): Map<string, PaymentHabit> {
  const after = new Map<string, PaymentHabit>();
  for (const { entry, closedCharges } of all) {
    const { receivableId } = entry;
    for (const charge of closedCharges) {
      const habit = after.get(receivableId) ?? before.get(receivableId) ?? null;
      after.set(receivableId, countHabit(habit, charge));
    }
  }
  return after;
}

/**
 * How a receivable pays after a reversal: charges that it opened again count no more, or they would count twice once
 * they are paid. `null`: nothing is left to count.
 */
export function recountHabit(
  habit: PaymentHabit | null,
  reopened: readonly ClosedCharge[],
  closed: readonly ClosedCharge[],
): PaymentHabit | null {
  const left = reopened.reduce<PaymentHabit | null>(
    (before, charge) => before && discountHabit(before, charge),
    habit,
  );
  return closed.reduce<PaymentHabit | null>((before, charge) => countHabit(before, charge), left);
}
