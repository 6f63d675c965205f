import type { Action } from '#app/features/access/can.ts';
import type { NotAdmitted } from '#app/features/admission/find-bar.ts';
import type { OfferFault } from './eligibility.ts';
import type { OfferUseState } from './offer.ts';

/** Every expected no of the commands for offers. */
export type OfferRefusal =
  | { code: 'forbidden'; action: Action }
  | NotAdmitted
  | { code: 'offer-not-found' }
  /** Another offer that is proposed now has this name. */
  | { code: 'offer-name-taken' }
  /** The wording that was looked at is not the one proposed now. */
  | { code: 'offer-changed' }
  /** It may not be made to this line now. */
  | { code: 'offer-unfit'; why: OfferFault }
  | { code: 'use-not-found' }
  /** He has answered already. */
  | { code: 'use-over'; state: OfferUseState }
  /** The talk it belongs to is over, or is another line's. */
  | { code: 'talk-not-open' }
  /** Enough was proposed in this talk: he is not worn down. */
  | { code: 'proposed-enough'; most: number }
  | { code: 'line-not-found' }
  | { code: 'form-reused' }
  | { code: 'conflict' };
