import { CallsPage } from '#app/features/debt/calls-page.tsx';
import { readCallList } from '#app/features/debt/read-call-list.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/debt-calls.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor, tenant } = context.get(workplaceContext);
  demand(actor, 'debt:read');
  const { databases, ...services } = context.get(servicesContext);
  const { timeZone } = tenant;
  const now = services.now();
  const list = await readCallList({ db, control: databases.control, actor, now, timeZone });
  const selectedId = new URL(request.url).searchParams.get('call');
  return { list, today: dateAt(now.getTime(), timeZone), selectedId };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.debt.calls.title);

export default function DebtCalls({ loaderData }: Route.ComponentProps) {
  return <CallsPage {...loaderData} />;
}
