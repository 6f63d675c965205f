import { featuresOf } from './nonpayment-features.ts';
import { countHabit, type PaymentHabit } from './payment-habit.ts';

/** A charge of one receivable with all that came of it; dates of the tenant's zone. */
export type PastCharge = { issuedOn: string; dueOn: string; settledOn: string | null; kopecks: number };
/** How fast the balance fell as it was seen on a date; null: not known. */
export type BalanceFall = (asOf: string) => number | null;

/** What could be known on the day a charge was issued, and whether it was then not paid by its due date. */
export type ReplayedCharge<Charge extends PastCharge = PastCharge> = {
  charge: Charge;
  asOf: string;
  features: Float64Array;
  isLate: boolean;
};

/**
 * Goes through the charges of one receivable as they came. A charge counts in another's history only once it was
 * settled before that other was issued; one that was due by then and open is overdue in it. Whoever stands at `until`
 * does not know what came later, and leaves out charges whose outcome is not known by then.
 */
export function replayCharges<Charge extends PastCharge>(
  charges: readonly Charge[],
  until: string,
  balanceFall: BalanceFall = () => null,
): ReplayedCharge<Charge>[] {
  const known = charges
    .filter(({ issuedOn }) => issuedOn < until)
    .map((charge) =>
      charge.settledOn && charge.settledOn < until ? charge : { ...charge, settledOn: null },
    );
  const closing = known
    .flatMap(({ settledOn, ...rest }) => (settledOn ? [{ ...rest, settledOn }] : []))
    .sort((a, b) => (a.settledOn < b.settledOn ? -1 : 1));
  let habit: PaymentHabit | null = null;
  let counted = 0;
  return known
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))
    .flatMap((charge) => {
      const asOf = charge.issuedOn;
      for (let next = closing[counted]; next && next.settledOn < asOf; next = closing[++counted])
        habit = countHabit(habit, next);
      const isLate = latenessOf(charge, until);
      if (isLate === null) return [];
      const facts = { asOf, ...overdueAt(known, asOf), balanceFall: balanceFall(asOf) };
      return [{ charge, asOf, features: featuresOf(habit, charge, facts), isLate }];
    });
}

/** Null: it is not yet due and not paid. */
function latenessOf({ dueOn, settledOn }: PastCharge, until: string): boolean | null {
  if (settledOn) return settledOn > dueOn;
  return dueOn < until ? true : null;
}

function overdueAt(charges: readonly PastCharge[], asOf: string) {
  const overdue = charges.filter(
    ({ dueOn, settledOn }) => dueOn < asOf && (settledOn === null || settledOn >= asOf),
  );
  const [oldest] = overdue.map(({ dueOn }) => dueOn).sort();
  return {
    overdueSince: oldest ?? null,
    overdueKopecks: overdue.reduce((sum, { kopecks }) => sum + kopecks, 0),
  };
}
