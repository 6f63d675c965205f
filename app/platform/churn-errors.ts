import type { ChurnRefusal } from '#app/features/churn/churn-refusal.ts';
import type { HttpError } from './http-errors.ts';

/** Every expected no about churn, offers and campaigns: a part of the one table in http-errors.ts. */
export type ChurnAreaRefusal = ChurnRefusal;

export const churnErrors = {
  'departure-ahead': { status: 422, field: 'on' },
  'departure-before-joined': { status: 422, field: 'on' },
  'already-left': { status: 409 },
  'not-left': { status: 409 },
  'return-before-departure': { status: 422, field: 'on' },
} as const satisfies Record<string, HttpError>;
