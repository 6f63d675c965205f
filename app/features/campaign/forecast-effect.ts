import { smallestEffect } from '#app/features/uplift/smallest-effect.ts';
import { type CampaignKind, type MeasuredWindow, measuredWindows } from './campaign.ts';

export type Sides = { treated: number; control: number; heldOut: number };

/** How an audience is divided, rounded as the draw does. */
export function sidesOf(people: number, heldOutPercent: number, controlPercent: number): Sides {
  const heldOut = Math.round((people * heldOutPercent) / 100);
  const control = Math.round(((people - heldOut) * controlPercent) / 100);
  return { treated: people - heldOut - control, control, heldOut };
}

export type EffectForecast = {
  /** What happens in the window without any campaign, a share; and whether it was only assumed. */
  from: number;
  isAssumed: boolean;
  /** The smallest difference of shares that these sides can show; null: none. */
  smallest: number | null;
  longer: { days: MeasuredWindow; smallest: number | null }[];
  waves: { waves: number; smallest: number | null }[];
};

/** Forecasts are for so many days; of whom nothing is foretold, this much of them leaves, or comes back, in that time. */
const foretoldDays = 30;
const assumed: Record<CampaignKind, number> = { prevention: 0.05, information: 0.03, 'win-back': 0.02 };
const pooled = [2, 4];

/**
 * The smallest effect a campaign could show at a power of 80 % and two-sided 5 %, and what a longer window or pooled
 * waves of the same size would show. In a longer window as much happens a day.
 * `risk`: how likely one of them leaves within 30 days; null: not known.
 */
export function forecastEffect(
  { kind, windowDays }: { kind: CampaignKind; windowDays: MeasuredWindow },
  { treated, control }: Pick<Sides, 'treated' | 'control'>,
  risk: number | null,
): EffectForecast {
  const inMonth = kind === 'win-back' || risk === null ? assumed[kind] : risk;
  const direction = kind === 'win-back' ? 'rise' : 'fall';
  const within = (days: number) => 1 - (1 - inMonth) ** (days / foretoldDays);
  const smallest = (days: number, waves = 1) =>
    smallestEffect(within(days), { treated: treated * waves, control: control * waves }, direction);
  return {
    from: within(windowDays),
    isAssumed: kind === 'win-back' || risk === null,
    smallest: smallest(windowDays),
    longer: measuredWindows
      .filter((days) => days > windowDays)
      .map((days) => ({ days, smallest: smallest(days) })),
    waves: pooled.map((waves) => ({ waves, smallest: smallest(windowDays, waves) })),
  };
}
