import { OfferRules } from '#app/features/promise/offer-limits.ts';
import { OfferRulesPage } from '#app/features/promise/offer-rules-page.tsx';
import { setOfferRules } from '#app/features/promise/set-offer-rules.ts';
import { answerJson } from '#app/platform/answer-json.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { getOfferRules } from '#db/tenant/queries/promises.ts';
import type { Route } from './+types/debt-offers.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'debt:write');
  return { rules: await getOfferRules(db, context.get(servicesContext).now()) };
}

/** Says how far people may go from now on. */
export function action({ request, context }: Route.ActionArgs) {
  return answerJson({ request, context }, OfferRules, setOfferRules);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.debt.rules.title);

export default function DebtOffers({ loaderData }: Route.ComponentProps) {
  return <OfferRulesPage rules={loaderData.rules} />;
}
