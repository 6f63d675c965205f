/** What an agent may do for a subscriber: money back, an option for free, no fee, or a deed outside telecom. */
export const goodwillKinds = ['credit', 'free-option', 'waived-fee', 'kind-deed'] as const;
export type GoodwillKind = (typeof goodwillKinds)[number];

export const goodwillStates = ['decided', 'asked', 'approved', 'declined', 'withdrawn'] as const;
export type GoodwillState = (typeof goodwillStates)[number];
/** States whose amount counts as given. */
export const spentStates = ['decided', 'approved'] as const satisfies GoodwillState[];

export type Budget = { agentMonthKopecks: number; caseKopecks: number };
/** What was already given, kopecks: by the agent this month within his own power, and in this case by all. */
export type Spent = { agentMonthKopecks: number; caseKopecks: number };

/** Whether the agent decides himself, or a lead is asked with one tap. Without a budget everything is asked. */
export function decideGoodwill(
  amountKopecks: number,
  spent: Spent,
  budget: Budget | null,
): Extract<GoodwillState, 'decided' | 'asked'> {
  if (!budget) return 'asked';
  const fitsMonth = spent.agentMonthKopecks + amountKopecks <= budget.agentMonthKopecks;
  const fitsCase = spent.caseKopecks + amountKopecks <= budget.caseKopecks;
  return fitsMonth && fitsCase ? 'decided' : 'asked';
}
