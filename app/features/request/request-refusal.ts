import type { Failure, Preview } from '#carriers/port.ts';
import type { Action } from '../access/can.ts';
import type { NotAdmitted } from '../admission/find-bar.ts';
import type { MoveRefusal } from './request.ts';

/** Every expected no of the request commands. */
export type RequestRefusal =
  | MoveRefusal
  | NotAdmitted
  | { code: 'forbidden'; action: Action }
  | { code: 'line-not-found' }
  | { code: 'request-not-found' }
  /** The same form was sent before with other contents. */
  | { code: 'form-reused' }
  /** Another open request holds the line and subject. */
  | { code: 'pending-request'; number: number | null }
  /** The carrier, asked in a dry run, says it would refuse. */
  | { code: 'carrier-refuses'; failure: Failure }
  /** The carrier could not be asked; nothing was sent. */
  | { code: 'carrier-unreachable'; failure: Failure }
  /** Price or effect is no longer what the person saw; the draft now holds the new preview. */
  | { code: 'preview-changed'; preview: Preview; before: Preview | null; version: number }
  | { code: 'date-in-the-past' }
  /** Somebody else moved it first. */
  | { code: 'conflict' };
