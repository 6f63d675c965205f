import { findBar, type NotAdmitted } from '#app/features/admission/find-bar.ts';
import { getLine } from '#db/tenant/queries/lines.ts';
import { getSaveTalk } from '#db/tenant/queries/save-talks.ts';
import type { OfferDesk } from './save-offer.ts';

type Made = { lineId: string; saveId: string | null; campaignId?: string | null };

/** What was given to him with a pass, a talk or a campaign's call, he may finish without one. */
export async function findBarToOffer(
  desk: OfferDesk,
  { lineId, saveId, campaignId }: Made,
): Promise<NotAdmitted | null> {
  if (campaignId) return null;
  const talk = saveId ? await getSaveTalk(desk.db, saveId) : null;
  const line = await getLine(desk.db, lineId);
  return line ? findBar(desk, { carrier: line.carrier, assigneeId: talk?.agentId ?? null }) : null;
}
