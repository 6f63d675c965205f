/** What a person is in a place: in one tenant, or in the whole centre. */
export const roles = ['agent', 'lead', 'manager', 'client', 'admin'] as const;
export type Role = (typeof roles)[number];
