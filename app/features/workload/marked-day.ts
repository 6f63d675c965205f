/** Why a day is not like others of its weekday. */
export const dayKinds = ['holiday', 'working-day', 'billing', 'campaign', 'outage', 'other'] as const;
export type DayKind = (typeof dayKinds)[number];
