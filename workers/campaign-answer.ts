import { z } from 'zod';
import { acceptOffer } from '#app/features/offer/accept-offer.ts';
import { declineOffer, proposeOffer } from '#app/features/offer/propose-offer.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { getCampaignCall } from '#db/tenant/queries/campaign-calls.ts';
import { listOfferWordings } from '#db/tenant/queries/campaign-steps.ts';
import { cancel, done, doublingBackoff, type QueueDefinition } from './queue-definition.ts';

const Payload = z.object({ callId: z.string().min(1) });

/** What somebody answered on a campaign's call to what was offered, among all offers: it is carried out from there. */
export const campaignAnswer: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'campaign-answer',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 4,
  async perform({ db, services }, { callId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    const found = await getCampaignCall(db, callId);
    if (!tenant || !found) return cancel(`the call ${callId} is not here`);
    const { outcome, doneBy, step, lineId, campaignId, state } = found.call;
    const asked = found.campaign.steps[step]?.offerId ?? '';
    const offer = (await listOfferWordings(db, [asked])).get(asked);
    if (state !== 'done' || !doneBy || !offer) return cancel(`the call ${callId} answers no offer`);
    const actor = { userId: doneBy, name: '', roles: ['agent' as const] };
    const desk = { db, actor, now: services.now(), timeZone: tenant.timeZone };
    const proposal = { formToken: callId, offerId: offer.id, saveId: null, caseId: null, lineId, campaignId };
    const proposed = await proposeOffer(desk, proposal);
    if (!proposed.ok) return cancel(`the offer was not kept: ${proposed.error.code}`);
    const answer = outcome === 'accepted' ? acceptOffer : declineOffer;
    const answered = await answer(desk, { useId: proposed.value.id });
    return answered.ok ? done : cancel(`the answer was not kept: ${answered.error.code}`);
  },
};
