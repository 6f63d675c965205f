import type { Action } from '#app/features/access/can.ts';
import type { PlanFault } from './instalment-plan.ts';
import type { PromiseFault } from './promise.ts';

/** Every expected no of the commands for promises and plans. */
export type PromiseRefusal =
  | { code: 'forbidden'; action: Action }
  | { code: 'receivable-not-found' }
  | { code: 'promise-not-found' }
  | { code: 'form-reused' }
  /** Another promise stands that this form knew nothing of: it can be replaced, never edited. */
  | { code: 'promise-stands'; until: string }
  /** It was kept, broken or taken back before. */
  | { code: 'promise-over' }
  | PromiseFault
  | PlanFault
  | { code: 'conflict' };
