/** `overtime`: a shift is made longer. `call-in`: a shift on a day that had none. */
export const extraWorkKinds = ['overtime', 'call-in'] as const;
export type ExtraWorkKind = (typeof extraWorkKinds)[number];

/** Asked of a person: he agrees or does not; nothing changes before he does. */
export const extraWorkStates = ['asked', 'agreed', 'declined', 'withdrawn'] as const;
export type ExtraWorkState = (typeof extraWorkStates)[number];
