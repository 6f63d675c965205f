import { data } from 'react-router';
import { DraftInput, saveDraft } from '#app/features/strategy/change-strategy.ts';
import { readStrategy } from '#app/features/strategy/read-strategy.ts';
import { StrategyPage } from '#app/features/strategy/strategy-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { faultsOf, faulty } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { readJson } from '#app/platform/read-json.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-strategy.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'debt:suspend');
  const strategy = await readStrategy(requestDeskOf(context), params.strategyId);
  if (!strategy) throw data(null, { status: 404 });
  return { strategy };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const draft = DraftInput.safeParse(await readJson(request));
  if (!draft.success) return faulty(faultsOf(draft.error.issues));
  const saved = await saveDraft(requestDeskOf(context), params.strategyId, draft.data);
  return saved.ok ? { drafted: saved.value.version } : refusal(saved.error);
}

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titleOf(matches, () => loaderData?.strategy.name);

export default function DebtStrategy({ loaderData: { strategy } }: Route.ComponentProps) {
  return <StrategyPage key={`${strategy.id} ${strategy.inForce}`} strategy={strategy} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
