import { redirect } from 'react-router';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { createStrategy } from '#app/features/strategy/change-strategy.ts';
import { readStrategies } from '#app/features/strategy/read-strategies.ts';
import { StrategyListPage } from '#app/features/strategy/strategy-list-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-strategies.ts';

const StrategyForm = z.object({
  name: z.string().trim().min(1, 'required').max(120, 'long'),
  from: z.string().transform((id) => (id === '' ? null : id)),
});

export function loader({ context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'debt:suspend');
  return readStrategies({ ...requestDeskOf(context), timeZone: tenant.timeZone });
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const form = await readForm(StrategyForm, request);
  if (!form.ok) return faulty(form.faults);
  const created = await createStrategy(requestDeskOf(context), { id: uuid(), ...form.value });
  if (!created.ok) return refusal(created.error);
  return redirect(`/t/${params.tenant}/plan/debt/strategies/${created.value.id}`);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.strategy.title);

export default function DebtStrategies({ loaderData, actionData }: Route.ComponentProps) {
  return <StrategyListPage {...loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
