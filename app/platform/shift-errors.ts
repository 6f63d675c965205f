import type { ShiftRefusal } from '#app/features/shift/shift-refusal.ts';
import type { HttpError } from './http-errors.ts';

/** Every expected no about shifts: a part of the one table in http-errors.ts. */
export type ShiftAreaRefusal = ShiftRefusal;

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
  'nothing-to-publish': { status: 409 },
  'template-not-found': { status: 404 },
  'template-name-taken': { status: 422, field: 'name' },
  'zone-unknown': { status: 422, field: 'timeZone' },
} as const satisfies Record<string, HttpError>;
