import { OfferInput } from '#app/features/offer/offer-input.ts';
import { OffersPage } from '#app/features/offer/offers-page.tsx';
import { readOfferCatalogue } from '#app/features/offer/read-catalogue.ts';
import { saveOffer } from '#app/features/offer/save-offer.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/offers.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'offer:write');
  return readOfferCatalogue(requestDeskOf(context));
}

/** Writes an offer down, new or changed. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, OfferInput, saveOffer);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.offer.title);

export default function Offers({ loaderData }: Route.ComponentProps) {
  return <OffersPage catalogue={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
