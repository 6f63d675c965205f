/** What of a receivable decides whether its line may be taken out of service. */
export type DebtFacts = {
  balanceKopecks: number;
  oldestDueOn: string | null;
  dispute: string | null;
  promise: string | null;
  plan: string | null;
};

/** Whether something is owed whose due date is over. */
export function isOverdue(
  { balanceKopecks, oldestDueOn }: Pick<DebtFacts, 'balanceKopecks' | 'oldestDueOn'>,
  today: string,
): boolean {
  return balanceKopecks > 0 && oldestDueOn !== null && oldestDueOn < today;
}

export function isHeld({ dispute, promise, plan }: DebtFacts): boolean {
  return dispute !== null || promise !== null || plan !== null;
}
