export const offerStates = ['open', 'taken', 'approved', 'refused', 'withdrawn', 'expired'] as const;
export type OfferState = (typeof offerStates)[number];

/** `owner` offers the shift, `colleague` would take it, `taker` has; `rule` approves what needs no planner. */
export type OfferSide = 'owner' | 'colleague' | 'taker' | 'planner' | 'rule' | 'worker';

type Move = { move: string; from: readonly OfferState[]; to: OfferState; by: readonly OfferSide[] };

/**
 * The one table of what may happen to an offer of a shift: it drives the guards, the buttons, the diagram in
 * docs/shifts.md and the tests of every state × move. A shift changes hands only by `approve`.
 */
export const offerMoves = [
  { move: 'take', from: ['open'], to: 'taken', by: ['colleague'] },
  { move: 'release', from: ['taken'], to: 'open', by: ['taker'] },
  { move: 'approve', from: ['taken'], to: 'approved', by: ['planner', 'rule'] },
  { move: 'refuse', from: ['taken'], to: 'refused', by: ['planner'] },
  { move: 'withdraw', from: ['open', 'taken'], to: 'withdrawn', by: ['owner'] },
  { move: 'expire', from: ['open', 'taken'], to: 'expired', by: ['worker'] },
] as const satisfies Move[];
export type OfferMove = (typeof offerMoves)[number]['move'];

export type OfferFault = { code: 'offer-move-not-allowed'; state: OfferState };

export function decideOffer(
  state: OfferState,
  name: OfferMove,
  by: OfferSide,
): { ok: true; to: OfferState } | { ok: false; error: OfferFault } {
  const row: Move | undefined = offerMoves.find(({ move }) => move === name);
  if (!row?.from.includes(state) || !row.by.includes(by))
    return { ok: false, error: { code: 'offer-move-not-allowed', state } };
  return { ok: true, to: row.to };
}
