/** `partly`: some of the marks became what was proposed. `moved`: the review was of somebody else's work. */
export const disputeStates = ['open', 'accepted', 'partly', 'rejected', 'moved'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** What is disputed: marks of items, or that the work is one's own. */
export const disputeKinds = ['marks', 'wrong-person'] as const;
export type DisputeKind = (typeof disputeKinds)[number];
