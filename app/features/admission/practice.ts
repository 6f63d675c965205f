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

const itemKinds: readonly PracticeKind[] = ['option.connect', 'option.disconnect', 'tariff.change'];

/** Whether a request of this kind names an option or a plan. */
export const asksForItem = (kind: PracticeKind) => itemKinds.includes(kind);

/**
 * One step of the dialog: to hear the terms, to send, or to send nothing and explain why. Each step begins with the
 * same line, so nothing is kept between them.
 */
export const PracticeInput = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('decline') }),
  z
    .strictObject({
      step: z.enum(['preview', 'send']),
      kind: z.enum(practiceKinds, { error: 'required' }),
      itemCode: z.string().max(64).nullable(),
      reason: z.enum(['wish', 'theft']).nullable(),
    })
    .refine(({ kind, itemCode }) => !asksForItem(kind) || itemCode, { error: 'required', path: ['itemCode'] })
    .refine(({ kind, reason }) => kind !== 'line.block' || reason, { error: 'required', path: ['reason'] }),
]);
export type PracticeInput = z.infer<typeof PracticeInput>;

/** Of which past request the n-th exercise is made: two of five of one that was refused, each the next older. */
export function exerciseAt(n: number): { state: PracticeResult; offset: number } {
  return { state: n % 5 < 2 ? 'refused' : 'done', offset: Math.floor(n / 5) * 2 + (n % 2) };
}

/** So that neighbours in time are not practised one after the other. */
export const nextExercise = (n: number) => (n + 38) % 1000;

/**
 * Whether it was served well. What the carrier would do is sent, as it was wished; what it would refuse is not sent
 * but explained. `person`: the carrier takes it in its cabinet, where a person does it, so it is sent.
 */
export function isServedWell(did: {
  isSent: boolean;
  isWished: boolean;
  wouldEnd: 'done' | 'refused' | 'unclear' | 'person';
}): boolean {
  const isPossible = did.wouldEnd === 'done' || did.wouldEnd === 'person';
  return did.isSent ? did.isWished && isPossible : !isPossible;
}
