import { z } from 'zod';

/** What can be practised: requests that hold no free text of a person. */
export const practiceKinds = [
  'option.connect',
  'option.disconnect',
  'tariff.change',
  'line.block',
  'line.unblock',
  'sim.replace',
  'invoice.order',
  'details.order',
] as const;
export type PracticeKind = (typeof practiceKinds)[number];
export const practiceResults = ['done', 'refused'] as const;
export type PracticeResult = (typeof practiceResults)[number];

/** What one would ask for, and what one thinks comes of it. */
export const PracticeInput = z.strictObject({
  kind: z.enum(practiceKinds, { error: 'required' }),
  result: z.enum(practiceResults, { error: 'required' }),
});
export type PracticeInput = z.infer<typeof PracticeInput>;

/** Of which past request the n-th exercise is made: two of five of one that was refused, each the next older. */
export function exerciseAt(n: number): { state: PracticeResult; offset: number } {
  return { state: n % 5 < 2 ? 'refused' : 'done', offset: Math.floor(n / 5) * 2 + (n % 2) };
}

/** So that neighbours in time are not practised one after the other. */
export const nextExercise = (n: number) => (n + 38) % 1000;
