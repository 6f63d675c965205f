/** A charge of which something is still to be paid. `dueOn`: a date of the tenant's zone. */
export type OpenCharge = { id: string; dueOn: string; kopecks: number; openKopecks: number };
/** What of a payment, or of anything else that lowers the debt, is not used yet. `sequence`: its place in the journal. */
export type FreeCredit = { id: string; sequence: number; freeKopecks: number };
/** So much more of a credit went to a charge; negative: so much less. */
export type Settlement = { creditId: string; chargeId: string; kopecks: number };

/** What is open and what is free. Never both: what is free goes to what is open at once. */
export type Sheet = { open: readonly OpenCharge[]; credits: readonly FreeCredit[] };
export type Settled = Sheet & { settlements: Settlement[] };

/** Adds a charge; what was paid ahead goes to it. */
export function addCharge(sheet: Sheet, charge: OpenCharge): Settled {
  return match([...sheet.open, charge], sheet.credits);
}

/** Adds a payment: to the oldest due charge first, the rest stays as credit. */
export function addCredit(sheet: Sheet, credit: FreeCredit): Settled {
  return match(sheet.open, [...sheet.credits, credit]);
}

/**
 * Takes a credit back: what it settled is open again, and goes to what is free beside it.
 * `undone`: the charges that it settled, with how much of each; their `openKopecks` as they stand now.
 */
export function takeCreditBack(
  { open, credits }: Sheet,
  creditId: string,
  undone: readonly { charge: OpenCharge; kopecks: number }[],
): Settled {
  const touched = new Set(undone.map(({ charge }) => charge.id));
  const reopened = undone.map(({ charge, kopecks }) => ({
    ...charge,
    openKopecks: charge.openKopecks + kopecks,
  }));
  const back = undone.map(({ charge, kopecks }) => ({ creditId, chargeId: charge.id, kopecks: -kopecks }));
  const settled = match(
    [...open.filter(({ id }) => !touched.has(id)), ...reopened],
    credits.filter(({ id }) => id !== creditId),
  );
  return { ...settled, settlements: [...back, ...settled.settlements] };
}

/**
 * Takes a charge back: the reversal settles all of it, and whatever had paid for it is free for the others.
 * `undone`: the credits that settled it, with how much each gave and what of each was free already.
 */
export function takeChargeBack(
  { open, credits }: Sheet,
  charge: { id: string; kopecks: number },
  reversalId: string,
  undone: readonly { credit: FreeCredit; kopecks: number }[],
): Settled {
  const touched = new Set(undone.map(({ credit }) => credit.id));
  const freed = undone.map(({ credit, kopecks }) => ({
    ...credit,
    freeKopecks: credit.freeKopecks + kopecks,
  }));
  const back = undone.map(({ credit, kopecks }) => ({
    creditId: credit.id,
    chargeId: charge.id,
    kopecks: -kopecks,
  }));
  const settled = match(
    open.filter(({ id }) => id !== charge.id),
    [...credits.filter(({ id }) => !touched.has(id)), ...freed],
  );
  const own = { creditId: reversalId, chargeId: charge.id, kopecks: charge.kopecks };
  return { ...settled, settlements: [...back, own, ...settled.settlements] };
}

/** Oldest due charge first, oldest credit first, until one side has run out. */
function match(open: readonly OpenCharge[], credits: readonly FreeCredit[]): Settled {
  const owed = open.toSorted(byDue).map((charge) => ({ ...charge }));
  const free = credits.toSorted((a, b) => a.sequence - b.sequence).map((credit) => ({ ...credit }));
  const settlements: Settlement[] = [];
  let [place, giver] = [0, 0];
  for (;;) {
    const [charge, credit] = [owed[place], free[giver]];
    if (!charge || !credit) break;
    const kopecks = Math.min(charge.openKopecks, credit.freeKopecks);
    charge.openKopecks -= kopecks;
    credit.freeKopecks -= kopecks;
    if (kopecks > 0) settlements.push({ creditId: credit.id, chargeId: charge.id, kopecks });
    if (charge.openKopecks === 0) place += 1;
    if (credit.freeKopecks === 0) giver += 1;
  }
  return { open: owed.slice(place), credits: free.slice(giver), settlements };
}

function byDue(a: OpenCharge, b: OpenCharge): number {
  return a.dueOn < b.dueOn || (a.dueOn === b.dueOn && a.id < b.id) ? -1 : 1;
}
