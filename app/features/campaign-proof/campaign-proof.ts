import type { CampaignArm, CampaignKind, MeasuredWindow } from '#app/features/campaign/campaign.ts';

/** What is said of a campaign. `harms`: surely fewer stayed or came back because of it. */
export const verdicts = ['works', 'harms', 'not-proven', 'too-early'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a campaign is measured by: that somebody left, or that he came back, within its window. */
export const measures = ['left', 'came-back'] as const;
export type Measure = (typeof measures)[number];

export function measureOf(kind: CampaignKind): Measure {
  return kind === 'win-back' ? 'came-back' : 'left';
}

type Measured = { kind: CampaignKind; windowDays: MeasuredWindow };

/** Whether two campaigns of one name tell of the same thing: it happened to people in as many days. */
export function areWaves(one: Measured, other: Measured): boolean {
  return measureOf(one.kind) === measureOf(other.kind) && one.windowDays === other.windowDays;
}

/** People of one wave, stratum and arm: all who were drawn, who of them was reached, and of how many it happened. */
export type Tally = {
  wave: string;
  stratum: string;
  arm: CampaignArm;
  members: number;
  reached: number;
  happened: number;
};

/** Why an outcome that was stored is another one today. */
export const lateFacts = ['departure-told-late', 'return-told-late', 'departure-taken-back'] as const;
export type LateFact = (typeof lateFacts)[number];
