import type { ShiftRuleKey } from '../roster/shift-rules.ts';
import type { OfferFault } from '../shift-market/offer-moves.ts';

/** Every expected no about the life of shifts: what people ask, offer and agree to. */
export type LifeRefusal =
  | OfferFault
  /** Nobody decides what he asked for himself. */
  | { code: 'own-ask' }
  | { code: 'absence-not-found' }
  /** It was decided, withdrawn, or is past. */
  | { code: 'absence-over' }
  | { code: 'absence-overlaps' }
  | { code: 'absence-dates' }
  | { code: 'sick-dates' }
  | { code: 'wish-past' }
  | { code: 'own-shift-not-found' }
  /** It has begun, was cancelled or belongs to another by now. */
  | { code: 'own-shift-over' }
  | { code: 'offer-not-found' }
  | { code: 'offered-already' }
  /** The engine is at work on the plan it belongs to. */
  | { code: 'plan-solving' }
  | { code: 'swap-unfit' }
  /** What the exchange would break, and whose. */
  | { code: 'exchange-illegal'; rules: readonly BrokenRule[] }
  | { code: 'extra-not-found' }
  | { code: 'extra-over' }
  | { code: 'asked-already' }
  /** More than the law lets anybody agree to: four hours in two days, 120 in a year. */
  | { code: 'overtime-over'; leftMinutes: number }
  | { code: 'overtime-barred' }
  | { code: 'break-outside' };

export type BrokenRule = ShiftRuleKey | 'skill' | 'other';
