/**
 * Why a person's data are destroyed: he asked for it or took back his consent (152-FZ, art. 14 and 21), what they were for
 * is done, or the client company orders it.
 */
export const erasureGrounds = ['demand', 'consent-withdrawn', 'purpose-reached', 'client-order'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** What is still going on with him: it needs his data, and is ended first. Counts, and kopecks of either sign. */
export type OpenBusiness = {
  activeLines: number;
  openRequests: number;
  openCases: number;
  openTalks: number;
  owesKopecks: number;
  disputes: number;
};

export type Obstacle = keyof OpenBusiness;

/** What stands in the way, in the order in which it is best ended. */
export function obstaclesOf(business: OpenBusiness): Obstacle[] {
  const order: Obstacle[] = [
    'openRequests',
    'openCases',
    'openTalks',
    'disputes',
    'owesKopecks',
    'activeLines',
  ];
  return order.filter((obstacle) => business[obstacle] !== 0);
}

/** By law he is answered within thirty days (152-FZ, art. 21 part 4): how many of them are left; below nought: too late. */
export const daysToErase = 30;
