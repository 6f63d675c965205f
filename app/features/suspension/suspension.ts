export const suspensionStates = [
  'proposed',
  'declined',
  'confirmed',
  'cancelled',
  'suspended',
  'restoring',
  'restored',
] as const;
export type SuspensionState = (typeof suspensionStates)[number];
