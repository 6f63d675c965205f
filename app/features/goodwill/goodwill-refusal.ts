import type { Action } from '../access/can.ts';
import type { NotAdmitted } from '../admission/find-bar.ts';
import type { GoodwillState } from './goodwill.ts';

/** Every expected no of the goodwill commands. */
export type GoodwillRefusal =
  | NotAdmitted
  | { code: 'forbidden'; action: Action }
  | { code: 'case-not-found' }
  | { code: 'decision-not-found' }
  /** The same form was sent before with other contents. */
  | { code: 'form-reused' }
  /** The subscriber disputes a debt: that is decided on its own, not given away. */
  | { code: 'debt-disputed' }
  /** It was answered already, or never asked. */
  | { code: 'decision-not-asked'; state: GoodwillState }
  /** Nobody approves what he asked for himself. */
  | { code: 'not-oneself' }
  | { code: 'conflict' };
