/**
 * What was known of a member when the audience was frozen, in this order: whom a campaign moves is learnt from that
 * and from nothing later. Kopecks, days, counts; the risk is a share; null: not known.
 */
export const knownNumbers = [
  ...(['risk', 'owned-days', 'balance', 'fee', 'overdue', 'cases-90', 'complaints-90'] as const),
  ...(['failed-requests-90', 'last-rating', 'days-since-contact'] as const),
];

/** The carrier comes after the numbers. */
export type KnownAtFreeze = { numbers: (number | null)[]; carrier: string };
