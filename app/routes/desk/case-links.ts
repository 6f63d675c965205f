import { findCaseLinks } from '#app/features/case/find-case-links.ts';
import { servicesContext, workplaceContext } from '#app/platform/context.ts';
import { demand } from '#app/platform/guards.ts';
import type { Route } from './+types/case-links.ts';

/** Cases and requests by a number or a person. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { db, actor } = context.get(workplaceContext);
  demand(actor, 'case:read');
  const { databases, now } = context.get(servicesContext);
  const reader = { db, actor, control: databases.control, now: now() };
  return findCaseLinks(reader, new URL(request.url).searchParams.get('q') ?? '');
}

export const shouldRevalidate = () => false;
