export const offerKinds = ['save', 'win-back'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** From what somebody proposed to him until the carrier carried it out. */
export const offerUseStates = ['proposed', 'declined', 'accepted', 'done', 'failed'] as const;
export type OfferUseState = (typeof offerUseStates)[number];

/** So many offers are proposed in one talk at most: whoever has said no so often means it. */
export const mostProposals = 2;

/** A line that is kept is thought to stay so many months more, and to bring so much where its fee is not known. */
const keptMonths = 12;
const usualFeeKopecks = 45_000;

/** What a kept line brings, kopecks. Of a fee that is nothing nothing is lost. */
export function worthOfLine(feeMonthKopecks: number | null): number {
  return keptMonths * (feeMonthKopecks ?? usualFeeKopecks);
}
