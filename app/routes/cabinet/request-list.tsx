import { RequestListPage } from '#app/features/cabinet/request-list-page.tsx';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { listOwnRequests } from '#db/tenant/queries/cabinet-pages.ts';
import type { Route } from './+types/request-list.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, open } = context.get(cabinetContext);
  return { requests: await listOwnRequests(db, open.subscriberId) };
}

export default function RequestList({ loaderData }: Route.ComponentProps) {
  return <RequestListPage requests={loaderData.requests} />;
}
