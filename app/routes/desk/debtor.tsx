import { data } from 'react-router';
import { DebtorPage } from '#app/features/debt/debtor-page.tsx';
import { readDebtor } from '#app/features/debt/read-debtor.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/debtor.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'debt:read');
  const debtor = await readDebtor(debtDeskOf(context), params.receivableId);
  if (!debtor) throw data(null, { status: 404 });
  return debtor;
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.debt.area);

export default function DebtorRoute({ loaderData }: Route.ComponentProps) {
  return <DebtorPage debtor={loaderData} />;
}
