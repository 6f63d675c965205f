import { DebtorsPage } from '#app/features/debt-board/debtors-page.tsx';
import { readDebtors } from '#app/features/debt-board/read-debtors.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/debt-debtors.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'debt:suspend');
  const reader = { ...requestDeskOf(context), timeZone: tenant.timeZone };
  return { view: await readDebtors(reader, new URL(request.url).searchParams) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.debtBoard.debtors.title);

export default function DebtDebtors({ loaderData: { view } }: Route.ComponentProps) {
  return <DebtorsPage view={view} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
