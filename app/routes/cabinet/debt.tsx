import { data } from 'react-router';
import { DebtPage } from '#app/features/cabinet/debt-page.tsx';
import { readOwnDebt } from '#app/features/cabinet/read-debt.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/debt.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const now = context.get(servicesContext).now();
  const debt = await readOwnDebt(context.get(cabinetContext), params.receivableId, now);
  if (!debt) throw data(null, { status: 404 });
  return { debt, formToken: crypto.randomUUID() };
}

export default function Debt({ loaderData }: Route.ComponentProps) {
  return <DebtPage {...loaderData} />;
}
