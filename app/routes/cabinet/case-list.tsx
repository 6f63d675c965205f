import { CaseListPage } from '#app/features/cabinet/case-list-page.tsx';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { listOwnCases } from '#db/tenant/queries/cabinet-pages.ts';
import type { Route } from './+types/case-list.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, open } = context.get(cabinetContext);
  return { cases: await listOwnCases(db, open.subscriberId) };
}

export default function CaseList({ loaderData }: Route.ComponentProps) {
  return <CaseListPage cases={loaderData.cases} />;
}
