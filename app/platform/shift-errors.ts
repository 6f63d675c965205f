import type { LifeRefusal } from '#app/features/my-shifts/life-refusal.ts';
import type { ShiftRefusal } from '#app/features/shift/shift-refusal.ts';
import type { HttpError } from './http-errors.ts';

/** Every expected no about shifts: a part of the one table in http-errors.ts. */
export type ShiftAreaRefusal = ShiftRefusal | LifeRefusal;

export const shiftErrors = {
  'roster-not-found': { status: 404 },
  'roster-overlaps': { status: 422, field: 'from' },
  'roster-retired': { status: 409 },
  'roster-solving': { status: 409 },
  'nothing-to-solve': { status: 409 },
  'shift-not-found': { status: 404 },
  'shift-changed': { status: 409 },
  'day-taken': { status: 409 },
  'shift-overlaps': { status: 409 },
  'shift-outside': { status: 409 },
  'shift-length': { status: 409 },
  'nothing-to-copy': { status: 409 },
  'nothing-to-undo': { status: 409 },
  'nothing-to-redo': { status: 409 },
  'nothing-to-publish': { status: 409 },
  'mending-outdated': { status: 409 },
  'template-not-found': { status: 404 },
  'template-name-taken': { status: 422, field: 'name' },
  'offer-move-not-allowed': { status: 409 },
  'own-ask': { status: 409 },
  'absence-not-found': { status: 404 },
  'absence-over': { status: 409 },
  'absence-overlaps': { status: 422, field: 'from' },
  'absence-dates': { status: 422, field: 'from' },
  'sick-dates': { status: 422, field: 'to' },
  'wish-past': { status: 422, field: 'date' },
  'own-shift-not-found': { status: 404 },
  'own-shift-over': { status: 409 },
  'offered-already': { status: 409 },
  'plan-solving': { status: 409 },
  'swap-unfit': { status: 409 },
  'exchange-illegal': { status: 409 },
  'extra-not-found': { status: 404 },
  'extra-over': { status: 409 },
  'asked-already': { status: 409 },
  'overtime-over': { status: 409 },
  'overtime-barred': { status: 409 },
  'break-outside': { status: 409 },
} as const satisfies Record<string, HttpError>;
