import { z } from 'zod';
import type { Action } from '#app/features/access/can.ts';

export const annotationKinds = ['outage', 'tariff', 'other'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** Every expected no about notes on charts. */
export type AnnotationRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'annotation-not-found' }
  | { code: 'annotation-ends-first' }
  /** The incident has its note. */
  | { code: 'annotated-already' }
  | { code: 'incident-not-found' };

/** Dates of the tenant's zone. `until`: the last day; empty: one day. */
export const AnnotationInput = z.strictObject({
  on: z.iso.date({ error: 'date' }),
  until: z.iso.date({ error: 'date' }).or(z.literal('')).default(''),
  kind: z.enum(annotationKinds, 'required'),
  text: z.string().trim().min(3, 'short').max(160, 'long'),
  incidentId: z.string().max(40).default(''),
});
export type AnnotationInput = z.infer<typeof AnnotationInput>;
