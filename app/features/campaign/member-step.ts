import type { CampaignArm } from './campaign.ts';
import type { CampaignStep } from './steps.ts';

/** Why nothing was done at a step. */
export type NothingWhy =
  | Exclude<CampaignArm, 'treated'>
  /** Drawn to be left alone by another campaign whose window is open. */
  | 'control-elsewhere'
  | 'no-consent'
  | 'no-address'
  | 'offer-withdrawn'
  | 'reached-before'
  | 'accepted-before';

/** Why nothing more follows for a member. */
export type EndedWhy = 'steps-over' | 'left' | 'returned' | 'consent-withdrawn' | 'window-over' | 'stopped';

/** All that decides what a step does with a member, as it is known when the step is due. */
export type MemberFacts = {
  arm: CampaignArm;
  isControlElsewhere: boolean;
  /** What the campaign is about happened: he left, or came back. */
  hasLeft: boolean;
  hasReturned: boolean;
  /** A contact of a step before is queued, being made or to be made by a person yet. */
  isPending: boolean;
  isReached: boolean;
  hasAccepted: boolean;
  /** Consent is not needed, or he gave it for the step's channel. */
  mayBeTold: boolean;
  /** He took all his consents back after the audience was frozen. */
  hasWithdrawn: boolean;
  hasAddress: boolean;
  /** What the step offers can be had no more, and nothing has replaced it. */
  isOfferGone: boolean;
};

export type StepDecision =
  /** The contact before it is not over: it is looked at again later. */
  | { do: 'wait' }
  | { do: 'end'; why: EndedWhy }
  | { do: 'act'; action: 'message' | 'call' | 'offer' }
  | { do: 'act'; action: 'nothing'; why: NothingWhy };

/** What a step that is due does with a member. To do nothing is a deed that is kept like any other. */
export function decideStep(step: CampaignStep, facts: MemberFacts): StepDecision {
  if (facts.arm !== 'treated') return nothing(facts.arm);
  if (facts.hasLeft) return { do: 'end', why: 'left' };
  if (facts.hasReturned) return { do: 'end', why: 'returned' };
  if (facts.hasWithdrawn) return { do: 'end', why: 'consent-withdrawn' };
  if (facts.isControlElsewhere) return nothing('control-elsewhere');
  if (facts.isPending && step.onlyIf !== 'always') return { do: 'wait' };
  if (facts.hasAccepted && step.onlyIf !== 'always') return nothing('accepted-before');
  if (facts.isReached && step.onlyIf === 'not-reached') return nothing('reached-before');
  if (!facts.mayBeTold) return nothing('no-consent');
  if (!facts.hasAddress) return nothing('no-address');
  if (facts.isOfferGone) return nothing('offer-withdrawn');
  return { do: 'act', action: actionOf(step) };
}

function nothing(why: NothingWhy): StepDecision {
  return { do: 'act', action: 'nothing', why };
}

function actionOf({ channel, offerId }: CampaignStep): 'message' | 'call' | 'offer' {
  if (channel === 'call') return 'call';
  return offerId ? 'offer' : 'message';
}
