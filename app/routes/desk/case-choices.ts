import { readCaseChoices } from '#app/features/case/read-case-choices.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/case-choices.ts';

/** Colleagues, topics and ready texts. */
export function loader({ context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  return readCaseChoices({ db, actor, control: context.get(servicesContext).databases.control });
}

/** They change seldom: read once a page, and after a macro was changed. */
export const shouldRevalidate = () => false;
