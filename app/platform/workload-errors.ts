import type { WorkloadRefusal } from '#app/features/workload/workload-refusal.ts';
import type { HttpError } from './http-errors.ts';

/** Every expected no about the workload: a part of the one table in http-errors.ts. */
export type WorkloadAreaRefusal = WorkloadRefusal;

export const workloadErrors = {
  'day-marked': { status: 422, field: 'on' },
  'mark-not-found': { status: 404 },
  'correction-not-found': { status: 404 },
  'terms-promise-nothing': { status: 422 },
} as const satisfies Record<string, HttpError>;
