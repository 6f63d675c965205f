import { countHabit, type PaymentHabit } from '#app/features/prediction/payment-habit.ts';
import type { Booked } from './ledger.ts';

/** How each receivable pays after what was booked; only those whose charges closed. A charge taken back says nothing. */
export function countHabits(
  before: ReadonlyMap<string, PaymentHabit>,
  all: readonly Booked[],
): Map<string, PaymentHabit> {
  const after = new Map<string, PaymentHabit>();
  for (const { entry, closedCharges } of all) {
    if (entry.kind === 'reversal') continue;
    const { receivableId } = entry;
    for (const charge of closedCharges) {
      const habit = after.get(receivableId) ?? before.get(receivableId) ?? null;
      after.set(receivableId, countHabit(habit, charge));
    }
  }
  return after;
}
