import type { Action } from '../access/can.ts';

/** Every expected no of the incident commands. */
export type IncidentRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'incident-not-found' }
  | { code: 'case-not-found' }
  /** It is over: nothing joins it and nothing more is said in it. */
  | { code: 'incident-over' }
  | { code: 'date-in-the-past' }
  /** The same form was sent before with other contents. */
  | { code: 'form-reused' }
  | { code: 'conflict' };
