import { createHash } from 'node:crypto';
import { type Actor, can } from '#app/features/access/can.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { getMonthlyFee } from '#db/tenant/queries/offer-effects.ts';
import { countUses, listCurrentOffers, listUsesOfLine } from '#db/tenant/queries/offers.ts';
import { getOpenTalk } from '#db/tenant/queries/save-talks.ts';
import { faultOfOffer, type OfferFault } from './eligibility.ts';
import { acceptedShare, rankOffers } from './next-offers.ts';
import { mostProposals, worthOfLine } from './offer.ts';
import { readEffects, unknownEffect } from './read-effects.ts';
import { readLineFacts, readMade } from './read-line-facts.ts';

export type LineOffersReader = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type LineOffers = NonNullable<Awaited<ReturnType<typeof readLineOffers>>>;

/**
 * What may be offered to a line, the best first, and what was offered to it before; null: there is no such line.
 * What may not be offered stands with its reason.
 */
export async function readLineOffers({ db, actor, now, timeZone }: LineOffersReader, lineId: string) {
  const facts = await readLineFacts(db, lineId, { now, timeZone });
  if (!facts) return null;
  const [effects, shares] = [await readEffects(db, now), await readAcceptedShares(db)];
  const fitting = [];
  const unfit: { id: string; name: string; fault: OfferFault }[] = [];
  for (const offer of await listCurrentOffers(db)) {
    const fault = faultOfOffer(offer, facts, await readMade(db, offer, { lineId, now }), {
      now,
      proposedAt: null,
    });
    const { id, name, words, series, costKopecks } = offer;
    if (fault) unfit.push({ id, name, fault });
    else {
      const effect = effects.get(series)?.effect ?? unknownEffect;
      fitting.push({ id, name, words, costKopecks, effect, acceptedShare: shares(series) });
    }
  }
  const talk = await getOpenTalk(db, lineId);
  const worthKopecks = worthOfLine(await getMonthlyFee(db, lineId));
  const draw = drawOf(talk?.id ?? `${lineId} ${dateAt(now.getTime(), timeZone)}`);
  return {
    lineId,
    talkId: talk?.id ?? null,
    hasLeft: facts.hasLeft,
    offers: rankOffers(fitting, { worthKopecks, draw }),
    unfit,
    uses: (await listUsesOfLine(db, lineId)).map(({ use, offer }) => ({
      id: use.id,
      state: use.state,
      at: use.at,
      why: use.why,
      saveId: use.saveId,
      requestId: use.requestId,
      offerId: offer.id,
      name: offer.name,
      words: offer.words,
      costKopecks: use.costKopecks,
    })),
    mostProposals,
    mayPropose: can(actor, 'offer:propose'),
  };
}

async function readAcceptedShares(db: TenantDb): Promise<(series: string) => number> {
  const rows = Map.groupBy(await countUses(db), ({ series }) => series);
  return (series) => {
    const uses = rows.get(series) ?? [];
    const sum = (some: typeof uses) => some.reduce((all, { n }) => all + n, 0);
    const said = uses.filter(({ state }) => state === 'accepted' || state === 'done' || state === 'failed');
    return acceptedShare({ proposed: sum(uses), accepted: sum(said) });
  };
}

/** 0…1, the same as long as it is the same talk. */
function drawOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}
