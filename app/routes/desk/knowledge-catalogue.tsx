import { CataloguePage } from '#app/features/knowledge/catalogue-page.tsx';
import { parseCatalogueQuery, readCatalogue } from '#app/features/knowledge/read-catalogue.ts';
import { demand } from '#app/platform/guards.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/knowledge-catalogue.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor, carriers } = knowledgeDeskOf(context);
  demand(actor, 'knowledge:read');
  const { searchParams } = new URL(request.url);
  return readCatalogue(db, parseCatalogueQuery(searchParams, Object.keys(carriers.titles)));
}

export const meta: Route.MetaFunction = ({ matches }) =>
  titleOf(matches, (texts) => texts.knowledge.catalogue.title);

export default function KnowledgeCatalogue({ loaderData }: Route.ComponentProps) {
  return <CataloguePage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
