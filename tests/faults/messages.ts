import type { ContactWork } from '#app/features/outreach/contact-work.ts';
import type { Payload } from '#app/features/request/request.ts';

/** What the harness asks of the desk's process, and what that says back. */
export type Ask =
  | { type: 'submit'; tenantId: string; lineId: string; payload: Payload; formToken: string }
  | { type: 'contact'; tenantId: string; work: ContactWork }
  | { type: 'settle'; withinMs: number };
export type Say =
  | { type: 'ready' }
  /** The desk answered "yes": from here on the request must never be lost. */
  | { type: 'acknowledged'; formToken: string; id: string }
  /** The contact is called for: from here on it must never be lost. */
  | { type: 'called'; sendKey: string }
  | { type: 'refused'; formToken: string; code: string }
  | { type: 'settled' }
  | { type: 'failed'; reason: string };

/** How a desk's process is started: everything in its environment. */
export type DeskEnv = { PULT_FAULTS_START: string; PULT_FAULTS_SPEED: string };
