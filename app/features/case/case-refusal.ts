import type { Action } from '../access/can.ts';
import type { NotAdmitted } from '../admission/find-bar.ts';
import type { CaseMoveRefusal } from './case.ts';

/** Every expected no of the case commands. */
export type CaseRefusal =
  | CaseMoveRefusal
  | NotAdmitted
  | { code: 'forbidden'; action: Action }
  | { code: 'case-not-found' }
  /** Nobody of that id serves this client company. */
  | { code: 'person-not-found' }
  /** He has passed no test for the carrier of the case. */
  | { code: 'assignee-not-admitted' }
  | { code: 'message-not-found' }
  /** A note names somebody who does not serve this client company. */
  | { code: 'mention-not-colleague' }
  /** Somebody wrote after what the person saw; he must see it before he answers. */
  | { code: 'newer-messages'; messages: { id: string; author: string; kind: string; body: string }[] }
  /** The channel of the case is spoken, so nothing can be sent in it. */
  | { code: 'channel-is-spoken' }
  /** A reply that is gone cannot be taken back. */
  | { code: 'reply-is-out' }
  /** The same form was sent before with other contents. */
  | { code: 'form-reused' }
  | { code: 'date-in-the-past' }
  | { code: 'line-not-found' }
  | { code: 'request-not-found' }
  | { code: 'not-a-complaint' }
  /** A case cannot be merged into itself or into one that is closed or merged. */
  | { code: 'merge-target' }
  /** A subscriber's case goes only into another one of his. */
  | { code: 'merge-subscribers' }
  /** Somebody else moved it first. */
  | { code: 'conflict' };
