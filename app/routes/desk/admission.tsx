import { MyAdmissionPage } from '#app/features/admission/my-admission-page.tsx';
import { readMyAdmission } from '#app/features/admission/read-my-admission.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/admission.ts';

export function loader({ context }: Route.LoaderArgs) {
  const desk = knowledgeDeskOf(context);
  demand(desk.actor, 'admission:take');
  return readMyAdmission(desk);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.admission.title);

export default function Admission({ loaderData }: Route.ComponentProps) {
  return <MyAdmissionPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
