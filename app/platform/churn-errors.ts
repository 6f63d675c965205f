import type { CampaignRefusal } from '#app/features/campaign/campaign-refusal.ts';
import type { NoteRefusal } from '#app/features/campaign-proof/add-note.ts';
import type { ChurnRefusal } from '#app/features/churn/churn-refusal.ts';
import type { OfferRefusal } from '#app/features/offer/offer-refusal.ts';
import type { SaveRefusal } from '#app/features/save-desk/save-refusal.ts';
import type { HttpError } from './http-errors.ts';

/** Every expected no about churn, offers and campaigns: a part of the one table in http-errors.ts. */
export type ChurnAreaRefusal = ChurnRefusal | CampaignRefusal | NoteRefusal | OfferRefusal | SaveRefusal;

export const churnErrors = {
  'departure-ahead': { status: 422, field: 'on' },
  'departure-before-joined': { status: 422, field: 'on' },
  'already-left': { status: 409 },
  'not-left': { status: 409 },
  'return-before-departure': { status: 422, field: 'on' },
  'campaign-not-found': { status: 404 },
  'campaign-name-taken': { status: 422, field: 'name' },
  'campaign-changed': { status: 409 },
  'campaign-faulty': { status: 422 },
  'campaign-nobody': { status: 409 },
  'campaign-move-not-allowed': { status: 409 },
  'campaign-call-not-found': { status: 404 },
  'campaign-call-over': { status: 409 },
  'campaign-call-taken': { status: 409 },
  'offer-not-found': { status: 404 },
  'offer-name-taken': { status: 422, field: 'name' },
  'offer-changed': { status: 409 },
  'offer-unfit': { status: 409 },
  'use-not-found': { status: 404 },
  'use-over': { status: 409 },
  'talk-not-open': { status: 409 },
  'proposed-enough': { status: 409 },
  'talk-not-found': { status: 404 },
  'talk-move-not-allowed': { status: 409 },
  'no-save-skill': { status: 409 },
  'talk-taken': { status: 409 },
  'applied-ahead': { status: 422, field: 'appliedOn' },
  'line-has-left': { status: 409 },
  'talk-settled': { status: 409 },
  'topic-not-found': { status: 404 },
} as const satisfies Record<string, HttpError>;
