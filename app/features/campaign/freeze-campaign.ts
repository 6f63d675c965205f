import { refuse } from '#app/platform/result.ts';
import { listCurrentOffers } from '#db/tenant/queries/offers.ts';
import { type CampaignDesk, type CampaignRefused, findCampaign, moveCampaign } from './campaign-desk.ts';
import { findCampaignFaults } from './campaign-faults.ts';

/** Fixes the plan and lets the audience be drawn, once. What changes afterwards changes nobody's side. */
export async function freezeCampaign(
  desk: CampaignDesk,
  id: string,
  seen: number,
): CampaignRefused<{ version: number }> {
  const { db, now } = desk;
  const found = await findCampaign(desk, id, { move: 'freeze', seen });
  if (!found.ok) return found;
  const offers = new Set((await listCurrentOffers(db)).map((offer) => offer.id));
  const faults = findCampaignFaults(found.value, offers);
  if (faults.length > 0) return refuse({ code: 'campaign-faulty', faults });
  const set = { drawCursor: '', frozenAt: now };
  return moveCampaign(db, found.value, 'freeze', { set, calls: 'campaign-draw', now });
}

/** Back to the draft, as nobody was contacted yet. Drawn anew, the same people fall on the same side. */
export async function thawCampaign(
  desk: CampaignDesk,
  id: string,
  seen: number,
): CampaignRefused<{ version: number }> {
  const found = await findCampaign(desk, id, { move: 'thaw', seen });
  if (!found.ok) return found;
  const set = { drawCursor: null, frozenAt: null };
  return moveCampaign(desk.db, found.value, 'thaw', { set, calls: 'campaign-draw', now: desk.now });
}
