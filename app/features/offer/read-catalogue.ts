import { type Actor, can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { countUses, listNewestOffers } from '#db/tenant/queries/offers.ts';
import type { OfferUseState } from './offer.ts';
import { readEffects, readGoodwillEffect, unknownEffect } from './read-effects.ts';

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date };
export type OfferCatalogue = Awaited<ReturnType<typeof readOfferCatalogue>>;
export type CatalogueOffer = OfferCatalogue['offers'][number];

/** Every offer with what was made of it: uses, budget, and by how much more likely people stay with it. */
export async function readOfferCatalogue({ db, control, actor, now }: Reader) {
  const rows = await listNewestOffers(db);
  const effects = await readEffects(db, now);
  const uses = Map.groupBy(await countUses(db), ({ series }) => series);
  const names = await namesOf(
    control,
    rows.map(({ createdBy }) => createdBy),
  );
  return {
    offers: rows.map((row) => {
      const made = uses.get(row.series) ?? [];
      const count = (...states: OfferUseState[]) =>
        made.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
      const spent = made.filter(({ state }) => state === 'accepted' || state === 'done');
      const seen = effects.get(row.series);
      return {
        ...row,
        by: names[row.createdBy] ?? null,
        proposed: made.reduce((sum, { n }) => sum + n, 0),
        accepted: count('accepted', 'done'),
        failed: count('failed'),
        spentKopecks: spent.reduce((sum, { costKopecks }) => sum + costKopecks, 0),
        effect: seen?.effect ?? unknownEffect,
        talks: seen?.talks ?? null,
        campaigns: seen?.campaigns.length ?? 0,
      };
    }),
    goodwill: await readGoodwillEffect(db, now),
    mayWrite: can(actor, 'offer:write'),
  };
}
