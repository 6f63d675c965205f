import type { Payload } from '#app/features/request/request.ts';
import { subjectOf } from '#app/features/request/request.ts';
import type { OfferKind } from './offer.ts';
import type { OfferRules } from './offer-rules.ts';

/** What of an offer says to whom it may be made. */
export type OfferTerms = {
  kind: OfferKind;
  payload: Payload | null;
  costKopecks: number;
  rules: OfferRules;
  withdrawnAt: Date | null;
};

export type LineFacts = {
  carrier: string;
  tariffCode: string | null;
  /** Full months with us. */
  tenureMonths: number;
  isBlocked: boolean;
  /** It left the active base and has not come back. */
  hasLeft: boolean;
  /** Subjects of its requests that are under way. */
  openSubjects: readonly string[];
};

/** What was made of the offer so far, in whatever wording: of its budget, and to this line within its period. */
export type MadeSoFar = { spentKopecks: number; timesToLine: number };

export const offerFaults = [
  'withdrawn',
  'other-carrier',
  'other-tariff',
  'too-new',
  'left',
  'not-left',
  'line-blocked',
  'change-pending',
  'often-enough',
  'budget-spent',
] as const;
export type OfferFault = (typeof offerFaults)[number];

/** So long after an offer was withdrawn what was proposed before still stands: it was promised. */
export const standsMs = 3 * 86_400_000;

/**
 * Why an offer may not be made to a line now, the firmest reason first; null: it may. `proposedAt`: when it was
 * proposed to him, if it was.
 */
export function faultOfOffer(
  offer: OfferTerms,
  line: LineFacts,
  made: MadeSoFar,
  at: { now: Date; proposedAt: Date | null },
): OfferFault | null {
  const { rules } = offer;
  if (offer.withdrawnAt && !stands(offer.withdrawnAt, at)) return 'withdrawn';
  if (rules.carriers.length > 0 && !rules.carriers.includes(line.carrier)) return 'other-carrier';
  if (rules.tariffs.length > 0 && !rules.tariffs.includes(line.tariffCode ?? '')) return 'other-tariff';
  if (line.tenureMonths < rules.tenureAtLeast) return 'too-new';
  if (offer.kind === 'save' && line.hasLeft) return 'left';
  if (offer.kind === 'win-back' && !line.hasLeft) return 'not-left';
  if (line.isBlocked) return 'line-blocked';
  if (offer.payload && line.openSubjects.includes(subjectOf(offer.payload))) return 'change-pending';
  if (made.timesToLine >= rules.timesALine) return 'often-enough';
  return made.spentKopecks + offer.costKopecks > rules.budgetKopecks ? 'budget-spent' : null;
}

function stands(withdrawnAt: Date, { now, proposedAt }: { now: Date; proposedAt: Date | null }): boolean {
  return proposedAt !== null && proposedAt < withdrawnAt && now.getTime() - withdrawnAt.getTime() <= standsMs;
}

/** Whole months from one ISO date to another, as a contract counts them. */
export function fullMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return Math.max(0, toDay < fromDay ? months - 1 : months);
}
