import { readTeam } from '#app/features/routing/read-team.ts';
import { TeamPage } from '#app/features/routing/team-page.tsx';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/team.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'routing:write');
  const { databases, now } = context.get(servicesContext);
  return { team: await readTeam({ db, control: databases.control, now: now() }) };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.routing.title);

export default function Team({ loaderData }: Route.ComponentProps) {
  return <TeamPage team={loaderData.team} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
