import type { OutreachPurpose } from '#app/features/outreach/outreach.ts';
import type { CampaignKind, MeasuredWindow } from './campaign.ts';
import { unknownVariables } from './step-words.ts';
import type { CampaignStep, CampaignSteps } from './steps.ts';

/** Why a campaign cannot be frozen as it is. `step`: counted from nought; null: the whole. */
export type CampaignFaultFound = {
  code:
    | 'no-steps'
    | 'must-be-advertising'
    | 'no-control'
    | 'beyond-window'
    | 'unknown-variable'
    | 'offer-not-named'
    | 'offer-missing'
    | 'offer-withdrawn';
  step: number | null;
  word?: string;
};

export type CampaignPlan = {
  kind: CampaignKind;
  purpose: OutreachPurpose;
  steps: CampaignSteps;
  controlPercent: number;
  windowDays: MeasuredWindow;
};

/**
 * Everything that keeps a plan from being frozen. Offers to stay or to come back are advertising (38-FZ, art. 18):
 * only information that concerns him may go without the subscriber's consent.
 */
export function findCampaignFaults(
  { kind, purpose, steps, controlPercent, windowDays }: CampaignPlan,
  currentOffers: ReadonlySet<string>,
): CampaignFaultFound[] {
  const whole = (code: CampaignFaultFound['code'], is: boolean) => (is ? [{ code, step: null }] : []);
  const sells = kind !== 'information' || steps.some(({ offerId }) => offerId !== null);
  return [
    ...whole('no-steps', steps.length === 0),
    ...whole('must-be-advertising', sells && purpose !== 'advertising'),
    ...whole('no-control', controlPercent < 1),
    ...whole('beyond-window', daysOf(steps) >= windowDays),
    ...steps.flatMap((step, index) =>
      faultsOfStep(step, currentOffers).map((found) => ({ ...found, step: index })),
    ),
  ];
}

/** The day of the last step, counted from the start. */
export function daysOf(steps: readonly Pick<CampaignStep, 'afterDays'>[]): number {
  return steps.reduce((sum, { afterDays }) => sum + afterDays, 0);
}

function faultsOfStep({ text, offerId }: CampaignStep, currentOffers: ReadonlySet<string>) {
  const namesOffer = text.includes('{offer}');
  const found: Omit<CampaignFaultFound, 'step'>[] = unknownVariables(text).map((word) => ({
    code: 'unknown-variable',
    word,
  }));
  if (offerId && !namesOffer) found.push({ code: 'offer-not-named' });
  if (!offerId && namesOffer) found.push({ code: 'offer-missing' });
  if (offerId && !currentOffers.has(offerId)) found.push({ code: 'offer-withdrawn' });
  return found;
}
