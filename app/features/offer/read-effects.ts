import { followDays } from '#app/features/save-desk/save-desk.ts';
import type { Share } from '#app/features/uplift/newcombe-interval.ts';
import type { TenantDb } from '#db/open.ts';
import {
  type CampaignCount,
  type Counted,
  countCampaignsByOffer,
  countTalksByGoodwill,
  countTalksByOffer,
} from '#db/tenant/queries/offer-effects.ts';
import { type Comparison, type Effect, expectedEffect } from './expected-effect.ts';

const dayMs = 86_400_000;
const nobody: Comparison = { withIt: { count: 0, n: 0 }, without: { count: 0, n: 0 } };

/** What is known of each offer, by its series, with how many talks and campaigns it was seen in. */
export async function readEffects(db: TenantDb, now: Date) {
  const talks = await countTalksByOffer(db, lastKnown(now));
  const campaigns = Map.groupBy(await countCampaignsByOffer(db), ({ series }) => series);
  const known = new Map(talks.map(({ series, ...counted }) => [series, comparisonOf(counted)]));
  const series = new Set([...known.keys(), ...campaigns.keys()]);
  return new Map(
    [...series].map((one) => {
      const seen = { talks: known.get(one) ?? nobody, campaigns: pairsOf(campaigns.get(one) ?? []) };
      return [one, { ...seen, effect: expectedEffect(seen) }] as const;
    }),
  );
}

/** What is known of an offer that nobody has seen at work. */
export const unknownEffect: Effect = expectedEffect({ talks: nobody, campaigns: [] });

/** What agents' own decisions did in talks, and what they cost: counted like an offer of its own. */
export async function readGoodwillEffect(db: TenantDb, now: Date) {
  const { costKopecks, ...counted } = await countTalksByGoodwill(db, lastKnown(now));
  const talks = comparisonOf(counted);
  return { talks, costKopecks, effect: expectedEffect({ talks, campaigns: [] }) };
}

/** Who left is known at once, who stayed after the follow-up: only talks older than that are compared. */
function lastKnown(now: Date): Date {
  return new Date(now.getTime() - (followDays + 1) * dayMs);
}

function comparisonOf({ withIt, without }: { withIt: Counted; without: Counted }): Comparison {
  return { withIt: shareOf(withIt), without: shareOf(without) };
}

function pairsOf(rows: readonly CampaignCount[]): Comparison[] {
  return [...Map.groupBy(rows, ({ campaignId }) => campaignId).values()].flatMap((arms) => {
    const [treated, control] = (['treated', 'control'] as const).map((arm) =>
      arms.find((one) => one.arm === arm),
    );
    return treated && control ? [{ withIt: shareOf(treated), without: shareOf(control) }] : [];
  });
}

function shareOf({ n, kept }: Counted): Share {
  return { count: kept, n };
}
