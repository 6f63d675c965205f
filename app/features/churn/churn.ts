/** How a line leaves the active base. Which of them count, and after how many silent days, a tenant's contract says. */
export const departureKinds = ['port-out', 'disconnected', 'silent', 'rival-plan'] as const;
export type DepartureKind = (typeof departureKinds)[number];

/** Why he left, as he said it at the goodbye. */
export const leavingReasons = ['price', 'coverage', 'service', 'debt', 'device', 'moved', 'unknown'] as const;
export type LeavingReason = (typeof leavingReasons)[number];

export const riskBands = ['low', 'medium', 'high'] as const;
export type RiskBand = (typeof riskBands)[number];
