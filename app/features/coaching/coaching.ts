/** `rechecked`: the lead looked again on the day, and said what has come of it. */
export const coachingStates = ['open', 'done', 'rechecked'] as const;
export type CoachingState = (typeof coachingStates)[number];

export const coachingOutcomes = ['better', 'same', 'worse'] as const;
export type CoachingOutcome = (typeof coachingOutcomes)[number];
