export const offerKinds = ['save', 'win-back'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** From what somebody proposed to him until the carrier carried it out. */
export const offerUseStates = ['proposed', 'declined', 'accepted', 'done', 'failed'] as const;
export type OfferUseState = (typeof offerUseStates)[number];
