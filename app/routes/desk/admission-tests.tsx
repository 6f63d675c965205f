import { readTests } from '#app/features/admission/read-tests.ts';
import { TestsPage } from '#app/features/admission/tests-page.tsx';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/admission-tests.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor, carriers } = knowledgeDeskOf(context);
  demand(actor, 'admission:write');
  return { tests: await readTests(db, Object.keys(carriers.titles)) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.admission.tests.title);

export default function AdmissionTests({ loaderData }: Route.ComponentProps) {
  return <TestsPage tests={loaderData.tests} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
