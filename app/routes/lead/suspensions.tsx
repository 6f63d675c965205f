import { readSuspensions } from '#app/features/debt/read-suspensions.ts';
import { SuspensionsPage } from '#app/features/debt/suspensions-page.tsx';
import { workplaceContext } from '#app/platform/context.ts';
import { debtDeskOf } from '#app/platform/debt-desk.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/suspensions.ts';

export async function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'debt:read');
  return readSuspensions(debtDeskOf(context));
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.debt.suspension.listTitle);

export default function Suspensions({ loaderData }: Route.ComponentProps) {
  return <SuspensionsPage list={loaderData} />;
}
