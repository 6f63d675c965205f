import { MorningPage } from '#app/features/morning/morning-page.tsx';
import { readMorning } from '#app/features/morning/read-morning.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/morning.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { actor, tenant } = context.get(workplaceContext);
  demand(actor, 'report:write');
  return readMorning({ ...shiftDeskOf(context), timeZone: tenant.timeZone });
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.morning.title);

export default function Morning({ loaderData }: Route.ComponentProps) {
  return <MorningPage view={loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
