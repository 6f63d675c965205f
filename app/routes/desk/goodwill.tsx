import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { GoodwillPage } from '#app/features/goodwill/goodwill-page.tsx';
import { readGoodwill } from '#app/features/goodwill/read-goodwill.ts';
import { setBudget } from '#app/features/goodwill/tell-outcome.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/goodwill.ts';

const roubles = z.coerce.number({ error: 'required' }).int().min(0).max(10_000_000);
const BudgetForm = z.object({ agentMonth: roubles, perCase: roubles });

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'goodwill:decide');
  const { databases, now } = context.get(servicesContext);
  const reader = { db, control: databases.control, actor, now: now(), timeZone: tenant.timeZone };
  return readGoodwill(reader, new URL(request.url).searchParams.get('month'));
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(BudgetForm, request);
  if (!form.ok) return faulty(form.faults);
  const { agentMonth, perCase } = form.value;
  const budget = { id: uuid(), agentMonthKopecks: agentMonth * 100, caseKopecks: perCase * 100 };
  const set = await setBudget(requestDeskOf(context), budget);
  return set.ok ? { done: true } : refusal(set.error);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.goodwill.title);

export default function Goodwill({ loaderData, actionData }: Route.ComponentProps) {
  return <GoodwillPage {...loaderData} answer={actionData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
