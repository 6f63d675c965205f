export const offerKinds = ['save', 'win-back'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** From what somebody proposed to him until the carrier carried it out. */
export const offerUseStates = ['proposed', 'declined', 'accepted', 'done', 'failed'] as const;
export type OfferUseState = (typeof offerUseStates)[number];

/** So many offers are proposed in one talk at most: whoever has said no so often means it. */
export const mostProposals = 2;
