import { OverviewPage } from '#app/features/cabinet/overview-page.tsx';
import { readOverview } from '#app/features/cabinet/read-overview.ts';
import { cabinetContext } from '#app/platform/cabinet-guards.ts';
import { servicesContext } from '#app/platform/context.ts';
import type { Route } from './+types/overview.ts';

export function loader({ context }: Route.LoaderArgs) {
  return readOverview(context.get(cabinetContext), context.get(servicesContext).now());
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  return <OverviewPage overview={loaderData} />;
}
