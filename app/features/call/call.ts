/** What an exchange may tell of a call. */
export const callEventNames = ['ringing', 'answered', 'held', 'resumed', 'ended', 'recorded'] as const;
export type CallEventName = (typeof callEventNames)[number];
