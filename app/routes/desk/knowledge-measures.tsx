import { MeasuresPage } from '#app/features/knowledge/measures-page.tsx';
import { readMeasures } from '#app/features/knowledge/read-measures.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/knowledge-measures.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor, now } = knowledgeDeskOf(context);
  demand(actor, 'knowledge:write');
  return { measures: await readMeasures(db, now) };
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.knowledge.measures.title);

export default function KnowledgeMeasures({ loaderData }: Route.ComponentProps) {
  return <MeasuresPage measures={loaderData.measures} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
