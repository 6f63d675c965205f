import { data } from 'react-router';
import { draftCard } from '#app/features/scorecard/change-scorecard.ts';
import { readScorecard } from '#app/features/scorecard/read-scorecards.ts';
import { CardContent } from '#app/features/scorecard/scorecard.ts';
import { ScorecardPage } from '#app/features/scorecard/scorecard-page.tsx';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/scorecard.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'review:write');
  const { databases, now } = context.get(servicesContext);
  const reader = { db, actor, control: databases.control, now: now(), timeZone: tenant.timeZone };
  const card = await readScorecard(reader, params.cardId);
  if (!card) throw data(null, { status: 404 });
  return { card };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const content = CardContent.safeParse(await readJson(request));
  if (!content.success) return faulty(faultsOf(content.error.issues));
  const drafted = await draftCard(requestDeskOf(context), params.cardId, content.data);
  return drafted.ok ? { drafted: drafted.value.version } : refusal(drafted.error);
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.card.title);

export default function Scorecard({ loaderData: { card } }: Route.ComponentProps) {
  return <ScorecardPage key={`${card.id}-${card.versions.length}-${card.hasDraft}`} card={card} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
