/** A charge of the past with what was paid of it when. ISO dates of the tenant's zone, sums in kopecks. */
export type PastCharge = {
  bookedOn: string;
  dueOn: string;
  kopecks: number;
  paid: { on: string; kopecks: number }[];
  /** The forecast not to pay it; null: there was none. */
  riskPerMille: number | null;
};

/** What was owed at the end of a date, from what had been charged and paid by then. */
export function debtOn(charges: readonly PastCharge[], on: string) {
  const open = charges
    .filter(({ bookedOn }) => bookedOn <= on)
    .map((charge) => ({ ...charge, left: charge.kopecks - paidBy(charge, on) }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return {
    balanceKopecks: open.reduce((sum, { left }) => sum + left, 0),
    oldestDueOn: open[0]?.dueOn ?? null,
    riskPerMille: open[0]?.riskPerMille ?? null,
  };
}

function paidBy({ paid }: PastCharge, on: string): number {
  return paid.reduce((sum, part) => (part.on <= on ? sum + part.kopecks : sum), 0);
}
