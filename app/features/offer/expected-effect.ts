import type { Share } from '#app/features/uplift/newcombe-interval.ts';

/** How many stayed of those to whom an offer was proposed, and of those to whom it was not. */
export type Comparison = { withIt: Share; without: Share };

/** What is known of an offer: talks of the save desk, and closed campaigns in which it was drawn who gets it. */
export type Evidence = { talks: Comparison; campaigns: readonly Comparison[] };

export type Effect = {
  /** By how much more likely he stays when it is proposed, −1…1, shrunk towards the prior. */
  share: number;
  /** Where that share lies with 95 %, by the same evidence and the same prior; null: nobody has seen it at work. */
  interval: { low: number; high: number } | null;
  /** Whether there is enough of it to go by. */
  isKnown: boolean;
};

/** What is thought of an offer that nobody has seen at work, and how many compared pairs that thought is worth. */
export const prior = { share: 0.03, weight: 40 };
/** Who was proposed what in a talk was chosen, not drawn: such a pair counts a half. */
const talkTrust = 0.5;
/** So many talks on either side, or as much from campaigns, before an offer is known. */
const knownWeight = 10;

/**
 * The expected effect of proposing an offer to somebody who wants to leave: the weighted mean of what was seen and
 * the prior. A comparison of n₁ with n₂ weighs n₁·n₂ ÷ (n₁ + n₂), the inverse of the variance of a difference of two
 * shares but for a factor. A campaign is about people of whom fewer leave: what it kept of its leavers is taken to
 * the leavers of the save desk, and the weight shrinks by the square of that stretching. The interval is of this very
 * mean: a pair's difference varies by p (1 − p), p of the leavers without the offer, and the mean by that ÷ all the weight.
 */
export function expectedEffect({ talks, campaigns }: Evidence): Effect {
  const leaving = leavingShare(talks.without);
  const seen = [
    { difference: difference(talks), weight: talkTrust * pairs(talks) },
    ...campaigns.map((campaign) => stretched(campaign, leaving)),
  ];
  const weight = seen.reduce((sum, one) => sum + one.weight, 0);
  const sum = seen.reduce((all, one) => all + one.difference * one.weight, 0);
  const share = (sum + prior.share * prior.weight) / (weight + prior.weight);
  const reach = 1.96 * Math.sqrt((leaving * (1 - leaving)) / (weight + prior.weight));
  return {
    share,
    interval: weight === 0 ? null : { low: Math.max(-1, share - reach), high: Math.min(1, share + reach) },
    isKnown: weight >= knownWeight,
  };
}

function stretched(campaign: Comparison, leaving: number) {
  const stretch = Math.max(1, leaving / Math.max(leavingShare(campaign.without), 0.01));
  return { difference: difference(campaign) * stretch, weight: pairs(campaign) / stretch ** 2 };
}

function pairs({ withIt, without }: Comparison): number {
  const all = withIt.n + without.n;
  return all === 0 ? 0 : (withIt.n * without.n) / all;
}

function difference(comparison: Comparison): number {
  if (pairs(comparison) === 0) return 0;
  const { withIt, without } = comparison;
  return withIt.count / withIt.n - without.count / without.n;
}

/** Of people nobody knows anything of, half leave. */
function leavingShare({ count, n }: Share): number {
  return (n - count + 1) / (n + 2);
}
