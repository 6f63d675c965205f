import { readTeamPasses } from '#app/features/admission/read-team-passes.ts';
import { TeamPassesPage } from '#app/features/admission/team-passes-page.tsx';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/admission-team.ts';

export function loader({ context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'admission:write');
  return readTeamPasses(desk);
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.admission.team.title);

export default function AdmissionTeam({ loaderData }: Route.ComponentProps) {
  return <TeamPassesPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
