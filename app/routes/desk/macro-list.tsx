import { readCaseChoices } from '#app/features/case/read-case-choices.ts';
import { MacroListPage } from '#app/features/macro/macro-list-page.tsx';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import { titleOf } from '#app/platform/page-title.ts';
import type { Route } from './+types/macro-list.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:write');
  const { control } = context.get(servicesContext).databases;
  const { macros, topics, mayShareMacros } = await readCaseChoices({ db, actor, control });
  return { macros, topics, mayShare: mayShareMacros };
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.case.macro.title);

export default function MacroList({ loaderData }: Route.ComponentProps) {
  return <MacroListPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
