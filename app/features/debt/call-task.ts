/** So long nobody else is given a call that somebody has taken; then it is free again. */
export const callLockMs = 30 * 60_000;
/** So long an outcome can be taken back by whoever told it. */
export const callUndoMs = 20_000;

type Taken = { takenBy: string | null; takenAt: Date | null };

/** Who has a call now; null: it is free. */
export function holderOf({ takenBy, takenAt }: Taken, now: Date): string | null {
  if (!takenBy || !takenAt) return null;
  return now.getTime() - takenAt.getTime() < callLockMs ? takenBy : null;
}

export type RankedCall = {
  isMine: boolean;
  isTaken: boolean;
  mayCall: boolean;
  /** Until when a call must wait; null: for good, or not at all. */
  callFrom: Date | null;
  debtKopecks: number;
  /** The forecast not to pay; null: there is none. */
  probability: number | null;
};

/** Nothing foretold is taken as a toss of a coin. */
const unforetold = 0.5;

/** One's own first, then whom one may call now, the most money at stake first; what must wait stands last. */
export function compareCalls(a: RankedCall, b: RankedCall): number {
  return rankOf(a) - rankOf(b) || stakeOf(b) - stakeOf(a);
}

function rankOf({ isMine, isTaken, mayCall, callFrom }: RankedCall): number {
  if (isMine) return 0;
  if (isTaken) return 2;
  if (mayCall) return 1;
  return callFrom ? 3 : 4;
}

/** What is lost on average if nobody calls, kopecks. */
function stakeOf({ debtKopecks, probability }: RankedCall): number {
  return debtKopecks * (probability ?? unforetold);
}
