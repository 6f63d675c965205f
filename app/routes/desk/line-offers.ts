import { data } from 'react-router';
import { ProposalInput, proposeOffer } from '#app/features/offer/propose-offer.ts';
import { readLineOffers } from '#app/features/offer/read-line-offers.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/line-offers.ts';

/** What may be offered to a line. */
export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'offer:propose');
  const offers = await readLineOffers(debtDeskOf(context), params.lineId);
  if (!offers) throw data(null, { status: 404 });
  return offers;
}

/** Notes that an offer was proposed. */
export function action({ request, params: { lineId }, context }: Route.ActionArgs) {
  const { timeZone } = context.get(workplaceContext).tenant;
  return answerJson({ request, context }, ProposalInput, (desk, input) =>
    proposeOffer({ ...desk, timeZone }, { ...input, lineId }),
  );
}
